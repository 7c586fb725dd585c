// Instructions that Swift has no words for.

// The square root of each of sixteen numbers, rounded as IEEE 754 has it, by whatever vectors there are.
// Swift takes those of vectors one by one, each with a branch for the C library's errno.
static inline void square_roots(const float *numbers, float *roots) {
  typedef float lanes __attribute__((ext_vector_type(16), aligned(4)));
  *(lanes *)roots = __builtin_elementwise_sqrt(*(const lanes *)numbers);
}

// Tells the processor that this thread only waits for another.
static inline void pause_in_loop(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}
