#pragma once

#include <stddef.h>
#include <stdint.h>

/// The bytes of a file that is part of the program.
typedef struct {
  const uint8_t *_Nonnull bytes;
  size_t count;
} PreviewAsset;

/// The page around the report.
PreviewAsset preview_page(void);

/// Its style sheet.
PreviewAsset preview_style(void);

/// Its script.
PreviewAsset preview_script(void);

/// What stands in the report's place before there is one.
PreviewAsset preview_waiting(void);
