#ifndef CDRAWING_H
#define CDRAWING_H

/// Loads Cairo and Pango, on which all functions of `CCairo` need it to be called first; gives `NULL`,
/// or why they cannot be loaded, in the system's words.
///
/// They bring forty other libraries with them, for which the loader takes three milliseconds where all
/// else of a start takes five, and most starts draw nothing. So the program is not linked with them.
const char *drawing_load(void);

#endif
