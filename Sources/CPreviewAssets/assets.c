#include "CPreviewAssets.h"

// Embedding is of C23; this compiler has it in earlier dialects too.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t page[] = {
#embed "page.html"
};

static const uint8_t style[] = {
#embed "style.css"
};

static const uint8_t script[] = {
#embed "script.js"
};

static const uint8_t waiting[] = {
#embed "waiting.html"
};

PreviewAsset preview_page(void) { return (PreviewAsset){page, sizeof page}; }

PreviewAsset preview_style(void) { return (PreviewAsset){style, sizeof style}; }

PreviewAsset preview_script(void) { return (PreviewAsset){script, sizeof script}; }

PreviewAsset preview_waiting(void) { return (PreviewAsset){waiting, sizeof waiting}; }
