#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>
#if defined(__linux__)
#include <sys/syscall.h>
#endif

// Lets two files or folders of a folder held open trade places in one step.
// Returns 0, or -1 with errno where the system or the file system cannot.
// Swift sees neither the GNU name renameat2 nor the variadic syscall.
static inline int exchange_names(int folder, const char *a, const char *b) {
#if defined(__linux__) && defined(SYS_renameat2)
  const unsigned rename_exchange = 1u << 1;
  return (int)syscall(SYS_renameat2, folder, a, folder, b, rename_exchange);
#elif defined(__APPLE__)
  return renameatx_np(folder, a, folder, b, RENAME_SWAP);
#else
  errno = ENOSYS;
  return -1;
#endif
}
