// jpeglib.h takes these for granted.
#include <stddef.h>
#include <stdio.h>

#include <jpeglib.h>
