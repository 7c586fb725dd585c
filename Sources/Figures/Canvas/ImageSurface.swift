import CCairo

/// The owner of a Cairo image surface of opaque 32-bit pixels.
struct ImageSurface: ~Copyable {
  let handle: OpaquePointer

  /// Makes a surface of `width` × `height` device pixels.
  init(width: Int, height: Int) throws(CairoError) {
    guard
      let handle = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, Int32(clamping: width), Int32(clamping: height))
    else { throw .noMemory }
    if let error = CairoError(cairo_surface_status(handle)) {
      cairo_surface_destroy(handle)
      throw error
    }
    self.handle = handle
  }

  /// Makes a surface that shows `image`.
  init(_ image: PixelImage) throws(CairoError) {
    try self.init(width: image.width, height: image.height)
    image.pixels.withUnsafeBufferPointer { source in
      guard let from = source.baseAddress else { return }
      forEachRow { row, target in
        target.update(from: from + row * image.width, count: image.width)
      }
    }
    cairo_surface_mark_dirty(handle)
  }

  deinit { cairo_surface_destroy(handle) }

  /// The surface's pixels as they are now.
  func image() throws(CairoError) -> PixelImage {
    cairo_surface_flush(handle)
    if let error = CairoError(cairo_surface_status(handle)) { throw error }
    let width = Int(cairo_image_surface_get_width(handle))
    let height = Int(cairo_image_surface_get_height(handle))
    var pixels: [UInt32] = []
    pixels.reserveCapacity(width * height)
    forEachRow { _, row in
      // The upper eight bits of a pixel are unused and undefined.
      for x in 0..<width { pixels.append(row[x] & 0xFF_FFFF) }
    }
    return PixelImage(width: width, height: height, pixels: pixels)
  }

  private func forEachRow(_ body: (Int, UnsafeMutablePointer<UInt32>) -> Void) {
    guard let data = cairo_image_surface_get_data(handle) else { return }
    let stride = Int(cairo_image_surface_get_stride(handle))
    for row in 0..<Int(cairo_image_surface_get_height(handle)) {
      body(row, UnsafeMutableRawPointer(data + row * stride).assumingMemoryBound(to: UInt32.self))
    }
  }
}

extension CairoError {
  static var noMemory: CairoError {
    CairoError(status: UInt32(CAIRO_STATUS_NO_MEMORY.rawValue), message: "out of memory")
  }
}
