#ifndef DAYBOOK_WORK_H
#define DAYBOOK_WORK_H

#include <stdbool.h>
#include <stdint.h>

/// Bytes that this thread has asked the allocator for since it began.
uint64_t work_bytes(void);

/// From how many bytes on a block of memory is a large one.
enum { WORK_LARGE = 4 << 20 };

/// As `work_bytes`, of large blocks alone.
uint64_t work_large_bytes(void);

/// Edges of compiled code that this thread has passed; 0 in a build that does not count them.
uint64_t work_steps(void);

/// Whether allocations are counted on this system.
bool work_counts_bytes(void);

#endif
