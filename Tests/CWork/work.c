// Counts work: bytes allocated and, in a build with `-sanitize-coverage=edge,trace-pc-guard`, edges
// of the control flow. Both are the same on every machine and under any load, unlike seconds.

#include "work.h"

#include <errno.h>
#include <stddef.h>

static _Thread_local uint64_t bytes;
static _Thread_local uint64_t large_bytes;
static _Thread_local uint64_t steps;

static void count(size_t size) {
  bytes += size;
  if (size >= WORK_LARGE) large_bytes += size;
}

uint64_t work_bytes(void) { return bytes; }
uint64_t work_large_bytes(void) { return large_bytes; }
uint64_t work_steps(void) { return steps; }

// SanitizerCoverage calls these at each edge (clang.llvm.org/docs/SanitizerCoverage.html).
__attribute__((no_sanitize("coverage"))) void __sanitizer_cov_trace_pc_guard_init(
    uint32_t *start, uint32_t *stop) {
  (void)start;
  (void)stop;
}
__attribute__((no_sanitize("coverage"))) void __sanitizer_cov_trace_pc_guard(uint32_t *guard) {
  (void)guard;
  steps++;
}

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif

#if defined(SANITIZED)

// The sanitizer has its own allocator, which calls this.
void __sanitizer_malloc_hook(const volatile void *place, size_t size) {
  (void)place;
  count(size);
}
bool work_counts_bytes(void) { return true; }

#elif defined(__GLIBC__)

// A program may replace the allocator ("Replacing malloc" in glibc's manual); the C library keeps
// its own under these names.
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *place, size_t size);
void *__libc_memalign(size_t alignment, size_t size);
void __libc_free(void *place);

void *malloc(size_t size) {
  count(size);
  return __libc_malloc(size);
}
void *calloc(size_t number, size_t size) {
  count(number * size);
  return __libc_calloc(number, size);
}
void *realloc(void *place, size_t size) {
  count(size);
  return __libc_realloc(place, size);
}
void *memalign(size_t alignment, size_t size) {
  count(size);
  return __libc_memalign(alignment, size);
}
void *aligned_alloc(size_t alignment, size_t size) {
  count(size);
  return __libc_memalign(alignment, size);
}
int posix_memalign(void **place, size_t alignment, size_t size) {
  count(size);
  *place = __libc_memalign(alignment, size);
  return *place ? 0 : ENOMEM;
}
void free(void *place) { __libc_free(place); }
bool work_counts_bytes(void) { return true; }

#else

bool work_counts_bytes(void) { return false; }

#endif
