#include "CReportAssets.h"

// Embedding is of C23; this compiler has it in earlier dialects too. The compiler lists the
// embedded files among what this file depends on, so a change to one builds it anew.
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

static const uint8_t figures[] = {
#embed "figures.js"
};

static const uint8_t pad[] = {
#embed "pad.js"
};

ReportAsset report_page(void) { return (ReportAsset){page, sizeof page}; }

ReportAsset report_style(void) { return (ReportAsset){style, sizeof style}; }

ReportAsset report_script(void) { return (ReportAsset){script, sizeof script}; }

ReportAsset report_figures(void) { return (ReportAsset){figures, sizeof figures}; }

ReportAsset report_pad(void) { return (ReportAsset){pad, sizeof pad}; }
