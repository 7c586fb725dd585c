#ifndef CPROCESSOR_H
#define CPROCESSOR_H

#include <stdbool.h>

/// Whether this processor has the instructions of x86-64-v3: AVX2 and those that came with it.
bool processor_has_x86_64_v3(void);

/// Whether it has those of x86-64-v4: AVX-512 in its five parts.
bool processor_has_x86_64_v4(void);

#endif
