// Prints how many multiply-adds a second the processor makes at most where products and sums are
// rounded apart, as Daybook's are: in millions, on as many threads as its argument says.
//
// Twelve sums in registers, enough for the time that a sum takes, in the widest vectors that it is
// compiled for; nothing is read from memory.
//
//   cc -O2 -march=native -ffp-contract=off -pthread peak.c -o peak && ./peak 2

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#if defined(__AVX512F__)
enum { bytes = 64 };
#elif defined(__AVX__)
enum { bytes = 32 };
#else
enum { bytes = 16 };
#endif
typedef float vector __attribute__((vector_size(bytes)));
enum { sums = 12, rounds = 100 * 1000 * 1000 };

// The compiler is to know nothing of a number.
#if defined(__x86_64__)
#define OPAQUE(number) __asm__ volatile("" : "+x"(number))
#else
#define OPAQUE(number) __asm__ volatile("" : "+w"(number))
#endif

static void *work(void *result) {
  vector sum[sums], x = {0}, w = {0};
  OPAQUE(x);
  OPAQUE(w);
  for (int i = 0; i < sums; i++) sum[i] = x;
  for (long round = 0; round < rounds; round++) {
#pragma GCC unroll 12
    for (int i = 0; i < sums; i++) {
      vector product = x * w;
      OPAQUE(product);
      sum[i] += product;
    }
  }
  for (int i = 1; i < sums; i++) sum[0] += sum[i];
  *(float *)result = sum[0][0];
  return NULL;
}

int main(int count, char **arguments) {
  int threads = count > 1 ? atoi(arguments[1]) : 1;
  if (threads < 1 || threads > 256) return 64;
  pthread_t ids[256];
  float results[256];
  struct timespec began, ended;
  clock_gettime(CLOCK_MONOTONIC, &began);
  for (int i = 0; i < threads; i++) pthread_create(&ids[i], NULL, work, &results[i]);
  for (int i = 0; i < threads; i++) pthread_join(ids[i], NULL);
  clock_gettime(CLOCK_MONOTONIC, &ended);
  double seconds = (double)(ended.tv_sec - began.tv_sec) + 1e-9 * (double)(ended.tv_nsec - began.tv_nsec);
  printf("%.0f\n", 1e-6 * threads * (double)rounds * sums * (bytes / sizeof(float)) / seconds);
  return 0;
}
