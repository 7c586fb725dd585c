#ifndef CREPORTASSETS_H
#define CREPORTASSETS_H

#include <stddef.h>

// The files of the page, as they stand in this folder.
extern const unsigned char *const report_page;
extern const size_t report_page_size;
extern const unsigned char *const report_style;
extern const size_t report_style_size;
extern const unsigned char *const report_script;
extern const size_t report_script_size;

#endif
