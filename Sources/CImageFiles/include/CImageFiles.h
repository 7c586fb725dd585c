#ifndef CIMAGEFILES_H
#define CIMAGEFILES_H

#include <stddef.h>
#include <stdint.h>

/// The version of libpng that is at work.
const char *daybook_png_version(void);
/// The version of libjpeg-turbo that the program was built with.
const char *daybook_jpeg_version(void);

/// The most pixels across and down that are read.
enum { DAYBOOK_IMAGE_LARGEST_SIDE = 1 << 15 };

/// What a file of an image says of it: its size in pixels as it is stored, and its channels.
struct daybook_image {
  uint32_t width;
  uint32_t height;
  /// 1 for grey levels, 3 for red, green and blue.
  uint32_t channels;
  /// How it is to be turned: 1 to 8, as EXIF numbers orientations.
  uint32_t orientation;
  /// The bytes of memory that decoding takes beside the pixels, where it keeps the whole image in
  /// another form.
  uint64_t decoding;
};

/// Why an image is not read: 0 where it is.
enum daybook_image_status {
  DAYBOOK_IMAGE_READ = 0,
  /// Neither PNG nor JPEG.
  DAYBOOK_IMAGE_OTHER,
  DAYBOOK_IMAGE_DAMAGED,
  /// Colours for print, which have no one meaning on a screen.
  DAYBOOK_IMAGE_PRINT,
  DAYBOOK_IMAGE_MEMORY,
  /// Larger than is read: the header has its size and nothing else.
  DAYBOOK_IMAGE_LARGE,
};

/// Reads the header of a PNG or JPEG file.
int daybook_image_header(const uint8_t *bytes, size_t count, struct daybook_image *image);

/// Reads the pixels, row by row as they are stored, the channels of a pixel side by side.
///
/// `pixels` has room for width × height × channels of the header. What is transparent lies on white.
int daybook_image_pixels(const uint8_t *bytes, size_t count, uint8_t *pixels);

#endif
