#include <zlib.h>

// inflateInit2 is a macro, which Swift does not import.
static inline int daybook_inflate_init(z_stream *stream, int window_bits) {
  return inflateInit2(stream, window_bits);
}

static inline int daybook_deflate_init(z_stream *stream, int level) {
  return deflateInit(stream, level);
}
