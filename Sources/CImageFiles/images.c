#include "CImageFiles.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jerror.h>
#include <jpeglib.h>
#include <png.h>

// Both libraries leave by a long jump where a file is damaged: it never crosses a frame of Swift's.

// MARK: - PNG

struct source {
  const uint8_t *bytes;
  size_t count;
  size_t place;
};

static void png_read(png_structp png, png_bytep target, png_size_t count) {
  struct source *source = png_get_io_ptr(png);
  if (count > source->count - source->place) png_error(png, "cut short");
  memcpy(target, source->bytes + source->place, count);
  source->place += count;
}

static void png_fail(png_structp png, png_const_charp message) {
  (void)message;
  longjmp(png_jmpbuf(png), 1);
}

static void png_ignore(png_structp png, png_const_charp message) {
  (void)png;
  (void)message;
}

// The orientation of an EXIF block, which begins with the order of its bytes; 1 where it has none.
static uint32_t exif_orientation(const uint8_t *bytes, size_t count) {
  if (count < 8) return 1;
  int is_big = bytes[0] == 'M' && bytes[1] == 'M';
  if (!is_big && !(bytes[0] == 'I' && bytes[1] == 'I')) return 1;
#define SHORT(at) (is_big ? (uint32_t)bytes[at] << 8 | bytes[(at) + 1] \
                          : (uint32_t)bytes[(at) + 1] << 8 | bytes[at])
#define LONG(at) (is_big ? SHORT(at) << 16 | SHORT((at) + 2) : SHORT((at) + 2) << 16 | SHORT(at))
  size_t directory = LONG(4);
  if (directory > count || count - directory < 2) return 1;
  uint32_t entries = SHORT(directory);
  for (uint32_t entry = 0; entry < entries; entry++) {
    size_t place = directory + 2 + (size_t)entry * 12;
    if (place > count || count - place < 12) return 1;
    if (SHORT(place) != 0x0112) continue;
    uint32_t value = SHORT(place + 8);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
#undef SHORT
#undef LONG
}

// Reads the header and, where `pixels` is given, what follows it.
static int read_png(const uint8_t *bytes, size_t count, struct daybook_image *image, uint8_t *pixels) {
  struct source source = {bytes, count, 0};
  png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, png_fail, png_ignore);
  if (!png) return DAYBOOK_IMAGE_MEMORY;
  png_infop info = png_create_info_struct(png);
  png_bytep *volatile rows = NULL;
  uint8_t *volatile wide = NULL;
  volatile int status = DAYBOOK_IMAGE_DAMAGED;
  if (!info) {
    png_destroy_read_struct(&png, NULL, NULL);
    return DAYBOOK_IMAGE_MEMORY;
  }
  if (setjmp(png_jmpbuf(png))) {
    free(rows);
    free(wide);
    png_destroy_read_struct(&png, &info, NULL);
    return status;
  }
  png_set_read_fn(png, &source, png_read);
  // What is too large is told as that, and not as damage.
  png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  png_read_info(png, info);
  uint32_t width = png_get_image_width(png, info), height = png_get_image_height(png, info);
  int colour = png_get_color_type(png, info);
  uint32_t channels = colour & PNG_COLOR_MASK_COLOR ? 3 : 1;
  png_bytep exif = NULL;
  png_uint_32 exif_size = 0;
  image->width = width;
  image->height = height;
  image->channels = channels;
  if (width > DAYBOOK_IMAGE_LARGEST_SIDE || height > DAYBOOK_IMAGE_LARGEST_SIDE) {
    status = DAYBOOK_IMAGE_LARGE;
    png_error(png, "too large");
  }
  int is_clear = (colour & PNG_COLOR_MASK_ALPHA) || png_get_valid(png, info, PNG_INFO_tRNS);
  image->decoding = is_clear ? (uint64_t)width * height * (channels + 1) : 0;
  image->orientation =
      png_get_eXIf_1(png, info, &exif_size, &exif) ? exif_orientation(exif, exif_size) : 1;
  if (pixels) {
    if (png_get_bit_depth(png, info) == 16) png_set_scale_16(png);
    png_set_expand(png);
    png_set_interlace_handling(png);
    png_read_update_info(png, info);
    int has_alpha = png_get_color_type(png, info) & PNG_COLOR_MASK_ALPHA;
    size_t stored = channels + (has_alpha ? 1 : 0);
    if (png_get_rowbytes(png, info) != width * stored) png_error(png, "another form");
    uint8_t *target = pixels;
    if (has_alpha) {
      wide = malloc((size_t)width * height * stored);
      target = wide;
    }
    rows = malloc(height * sizeof(png_bytep));
    if (!rows || !target) {
      status = DAYBOOK_IMAGE_MEMORY;
      png_error(png, "no memory");
    }
    for (uint32_t row = 0; row < height; row++) rows[row] = target + (size_t)row * width * stored;
    png_read_image(png, rows);
    if (has_alpha) {
      for (size_t pixel = 0; pixel < (size_t)width * height; pixel++) {
        uint32_t alpha = wide[pixel * stored + channels];
        for (uint32_t channel = 0; channel < channels; channel++) {
          uint32_t level = wide[pixel * stored + channel];
          pixels[pixel * channels + channel] =
              (uint8_t)((level * alpha + 255 * (255 - alpha) + 127) / 255);
        }
      }
    }
  }
  free(rows);
  free(wide);
  png_destroy_read_struct(&png, &info, NULL);
  return DAYBOOK_IMAGE_READ;
}

// MARK: - JPEG

struct jpeg_failure {
  struct jpeg_error_mgr manager;
  jmp_buf place;
  int is_cut;
};

static void jpeg_fail(j_common_ptr jpeg) {
  longjmp(((struct jpeg_failure *)jpeg->err)->place, 1);
}

static void jpeg_ignore(j_common_ptr jpeg) { (void)jpeg; }

// What is missing at the end is a warning to the library, and no image to us.
static void jpeg_note(j_common_ptr jpeg, int level) {
  (void)level;
  if (jpeg->err->msg_code == JWRN_JPEG_EOF) ((struct jpeg_failure *)jpeg->err)->is_cut = 1;
}

// Passes over an image that a file may ask for: encoders make about ten, and a few bytes ask for one.
enum { MOST_SCANS = 100 };

static void jpeg_watch(j_common_ptr jpeg) {
  if (((j_decompress_ptr)jpeg)->input_scan_number > MOST_SCANS) jpeg_fail(jpeg);
}

// The coefficients of an image, which come in several passes over it where it is progressive: 64 of 16
// bits for each block of a component, all kept until the last.
static uint64_t coefficients(j_decompress_ptr jpeg) {
  if (!jpeg_has_multiple_scans(jpeg)) return 0;
  uint64_t blocks = 0;
  for (int component = 0; component < jpeg->num_components; component++) {
    jpeg_component_info *info = &jpeg->comp_info[component];
    blocks += (uint64_t)info->width_in_blocks * info->height_in_blocks;
  }
  return blocks * DCTSIZE2 * sizeof(JCOEF);
}

static int read_jpeg(const uint8_t *bytes, size_t count, struct daybook_image *image, uint8_t *pixels) {
  struct jpeg_decompress_struct jpeg;
  struct jpeg_failure failure;
  volatile int status = DAYBOOK_IMAGE_DAMAGED;
  jpeg.err = jpeg_std_error(&failure.manager);
  failure.manager.error_exit = jpeg_fail;
  failure.manager.output_message = jpeg_ignore;
  failure.manager.emit_message = jpeg_note;
  failure.is_cut = 0;
  if (setjmp(failure.place)) {
    jpeg_destroy_decompress(&jpeg);
    return status;
  }
  jpeg_create_decompress(&jpeg);
  jpeg_mem_src(&jpeg, bytes, count);
  jpeg_save_markers(&jpeg, JPEG_APP0 + 1, 0xFFFF);
  jpeg_read_header(&jpeg, TRUE);
  image->width = jpeg.image_width;
  image->height = jpeg.image_height;
  if (image->width > DAYBOOK_IMAGE_LARGEST_SIDE || image->height > DAYBOOK_IMAGE_LARGEST_SIDE) {
    status = DAYBOOK_IMAGE_LARGE;
    longjmp(failure.place, 1);
  }
  if (jpeg.num_components != 1 && jpeg.num_components != 3) {
    status = DAYBOOK_IMAGE_PRINT;
    longjmp(failure.place, 1);
  }
  image->channels = jpeg.num_components == 1 ? 1 : 3;
  image->decoding = coefficients(&jpeg);
  image->orientation = 1;
  for (jpeg_saved_marker_ptr marker = jpeg.marker_list; marker; marker = marker->next) {
    if (marker->data_length > 6 && !memcmp(marker->data, "Exif\0\0", 6)) {
      image->orientation = exif_orientation(marker->data + 6, marker->data_length - 6);
    }
  }
  struct jpeg_progress_mgr progress = {.progress_monitor = jpeg_watch};
  jpeg.progress = &progress;
  if (pixels) {
    jpeg.out_color_space = image->channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_start_decompress(&jpeg);
    while (jpeg.output_scanline < jpeg.output_height) {
      JSAMPROW row = pixels + (size_t)jpeg.output_scanline * image->width * image->channels;
      jpeg_read_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_decompress(&jpeg);
    if (failure.is_cut) longjmp(failure.place, 1);
  }
  jpeg_destroy_decompress(&jpeg);
  return DAYBOOK_IMAGE_READ;
}

// MARK: - Either

static int read_image(const uint8_t *bytes, size_t count, struct daybook_image *image, uint8_t *pixels) {
  if (count >= 8 && !png_sig_cmp(bytes, 0, 8)) return read_png(bytes, count, image, pixels);
  if (count >= 3 && bytes[0] == 0xFF && bytes[1] == 0xD8 && bytes[2] == 0xFF) {
    return read_jpeg(bytes, count, image, pixels);
  }
  return DAYBOOK_IMAGE_OTHER;
}

int daybook_image_header(const uint8_t *bytes, size_t count, struct daybook_image *image) {
  return read_image(bytes, count, image, NULL);
}

int daybook_image_pixels(const uint8_t *bytes, size_t count, uint8_t *pixels) {
  struct daybook_image image;
  return read_image(bytes, count, &image, pixels);
}

const char *daybook_png_version(void) { return png_get_libpng_ver(NULL); }

#define DAYBOOK_TEXT(value) #value
#define DAYBOOK_TEXT_OF(value) DAYBOOK_TEXT(value)

const char *daybook_jpeg_version(void) {
#if defined(LIBJPEG_TURBO_VERSION)
  return DAYBOOK_TEXT_OF(LIBJPEG_TURBO_VERSION);
#else
  return DAYBOOK_TEXT_OF(JPEG_LIB_VERSION);
#endif
}
