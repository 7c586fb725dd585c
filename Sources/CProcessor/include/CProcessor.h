#ifndef CPROCESSOR_H
#define CPROCESSOR_H

#include <stdbool.h>

/// Whether this processor has every instruction that the program was built with.
bool processor_is_supported(void);

/// The vectors that the program was built with, in words.
const char *processor_instructions(void);

#endif
