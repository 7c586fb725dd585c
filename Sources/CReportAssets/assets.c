#include "CReportAssets.h"

// The bundled compiler takes C23's #embed in C17 too.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char page[] = {
#embed "page.html"
};
static const unsigned char style[] = {
#embed "style.css"
};
static const unsigned char script[] = {
#embed "script.js"
};

const unsigned char *const report_page = page;
const size_t report_page_size = sizeof page;
const unsigned char *const report_style = style;
const size_t report_style_size = sizeof style;
const unsigned char *const report_script = script;
const size_t report_script_size = sizeof script;
