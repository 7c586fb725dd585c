#include "CDrawing.h"

#include <stddef.h>

// Each function is a jump to where its library has it, as the linker would have made one.
#if defined(__linux__) && defined(__x86_64__)
#define JUMP(place) "jmp *" place "(%rip)\n"
#elif defined(__linux__) && defined(__aarch64__)
#define JUMP(place) \
  "adrp x16, " place "\n" \
  "ldr x16, [x16, :lo12:" place "]\n" \
  "br x16\n"
#endif

#ifdef JUMP

#include <dlfcn.h>

#define FUNCTION(name) __attribute__((visibility("hidden"))) void *place_of_##name;
#include "functions.h"
#undef FUNCTION

#define FUNCTION(name) \
  __asm__(".text\n" \
          ".globl " #name "\n" \
          ".hidden " #name "\n" \
          ".type " #name ", %function\n" \
          #name ":\n" \
          JUMP("place_of_" #name) \
          ".size " #name ", .-" #name "\n");
#include "functions.h"
#undef FUNCTION

static const struct {
  const char *name;
  void **place;
} functions[] = {
#define FUNCTION(name) {#name, &place_of_##name},
#include "functions.h"
#undef FUNCTION
};

const char *drawing_load(void) {
  // Those that it depends on are searched as well.
  void *library = dlopen("libpangocairo-1.0.so.0", RTLD_LAZY | RTLD_LOCAL);
  if (library == NULL) return dlerror();
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
    *functions[i].place = dlsym(library, functions[i].name);
    if (*functions[i].place == NULL) return dlerror();
  }
  return NULL;
}

#else

// Elsewhere they are linked as ever.
const char *drawing_load(void) { return NULL; }

#endif
