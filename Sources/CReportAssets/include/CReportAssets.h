#pragma once

#include <stddef.h>
#include <stdint.h>

/// The bytes of a file that is part of the program.
typedef struct {
  const uint8_t *_Nonnull bytes;
  size_t count;
} ReportAsset;

/// The page's skeleton, a Mustache template.
ReportAsset report_page(void);

/// The page's style sheet.
ReportAsset report_style(void);

/// The page's script.
ReportAsset report_script(void);

/// The script of figures.
ReportAsset report_figures(void);

/// The script of the pad, for pages that have one.
ReportAsset report_pad(void);
