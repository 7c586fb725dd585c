import Parallel

/// Writes images as PNG: the same bytes for the same pixels, with no time and no metadata.
///
/// Format: W3C, "Portable Network Graphics (PNG) Specification, Second Edition", 2003.
package enum PNGEncoder {
  /// Encodes `image` with a palette of up to 256 colours where that shows no difference, else RGB.
  ///
  /// - Parameter like: an image of the same shapes in other colours: of the ways to write a palette,
  ///   which differ little, the one that was the shortest for it is taken.
  package static func encode(_ image: PixelImage, like twin: [UInt8]? = nil) throws(FigureError)
    -> [UInt8]
  {
    if let indexed = IndexedImage(image) {
      return try encode(indexed, like: twin)
    }
    let rows = RGBRows(image)
    return try assemble(
      width: image.width, height: image.height, colourType: 2, palette: [],
      scanlines: AdaptiveFilter.filtered(rows.bytes, rowLength: 3 * image.width, pixelLength: 3))
  }

  /// Encodes bytes, row by row, without compressing them: in the stored blocks of the deflate stream
  /// (RFC 1951, section 3.2.4) each row stands as it is behind a zero.
  ///
  /// A pixel is a grey level, or of three channels red, green and blue. Up to 65,535 bytes of rows
  /// fit a block.
  package static func stored(_ bytes: [UInt8], width: Int, channels: Int) throws(FigureError)
    -> [UInt8]
  {
    let length = width * channels
    let height = length > 0 ? bytes.count / length : 0
    var scanlines: [UInt8] = []
    for row in 0..<height { scanlines += [0] + bytes[row * length..<(row + 1) * length] }
    return try assemble(
      width: width, height: height, colourType: channels == 3 ? 2 : 0, palette: [],
      scanlines: scanlines, level: 0)
  }

  /// Up to 16 colours take half a byte each, which the compression then halves less well: the shorter
  /// of the two is taken.
  private static func encode(_ image: IndexedImage, like twin: [UInt8]?) throws(FigureError)
    -> [UInt8]
  {
    var depths: [UInt8] = image.palette.count <= 16 ? [8, 4] : [8]
    // Where a header has it (section 11.2.2).
    if let twin, twin.count > 24, depths.contains(twin[24]) { depths = [twin[24]] }
    let written = depths
    let results = concurrentMap(written.count) { index in
      Result { () throws(FigureError) in try encode(image, bitDepth: written[index]) }
    }
    var shortest = try results[0].get()
    for result in results.dropFirst() {
      let other = try result.get()
      if other.count < shortest.count { shortest = other }
    }
    return shortest
  }

  private static func encode(_ image: IndexedImage, bitDepth: UInt8) throws(FigureError) -> [UInt8]
  {
    var scanlines: [UInt8] = []
    scanlines.reserveCapacity((image.width + 1) * image.height)
    // Colours of a palette have no order, so filters that subtract do not pay.
    for row in 0..<image.height {
      scanlines.append(0)
      let indices = image.indices[row * image.width..<(row + 1) * image.width]
      scanlines += bitDepth == 4 ? paired(indices) : Array(indices)
    }
    return try assemble(
      width: image.width, height: image.height, colourType: 3, palette: image.palette,
      scanlines: scanlines, bitDepth: bitDepth)
  }

  /// Two places of a palette a byte, the left one in the upper half (section 7.2).
  private static func paired(_ indices: ArraySlice<UInt8>) -> [UInt8] {
    stride(from: indices.startIndex, to: indices.endIndex, by: 2).map { place in
      indices[place] << 4 | (place + 1 < indices.endIndex ? indices[place + 1] : 0)
    }
  }

  private static func assemble(
    width: Int, height: Int, colourType: UInt8, palette: [UInt32], scanlines: [UInt8],
    bitDepth: UInt8 = 8, level: Int32 = Zlib.hardest
  ) throws(FigureError) -> [UInt8] {
    var png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    // Deflate, the five filters, no interlacing.
    let methods: [UInt8] = [0, 0, 0]
    appendChunk(
      "IHDR", bigEndian(width) + bigEndian(height) + [bitDepth, colourType] + methods, to: &png)
    if !palette.isEmpty {
      appendChunk("PLTE", palette.flatMap(channels), to: &png)
    }
    appendChunk("IDAT", try Zlib.compressed(scanlines, level: level), to: &png)
    appendChunk("IEND", [], to: &png)
    return png
  }

  private static func appendChunk(_ type: String, _ body: [UInt8], to png: inout [UInt8]) {
    let checked = Array(type.utf8) + body
    png += bigEndian(body.count)
    png += checked
    png += bigEndian(Int(Zlib.crc32(checked)))
  }

  private static func bigEndian(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  private static func channels(_ pixel: UInt32) -> [UInt8] {
    [16, 8, 0].map { UInt8(truncatingIfNeeded: pixel >> $0) }
  }
}

/// An image as red, green and blue bytes, row by row.
private struct RGBRows {
  let bytes: [UInt8]

  init(_ image: PixelImage) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(3 * image.pixels.count)
    for pixel in image.pixels {
      bytes.append(UInt8(truncatingIfNeeded: pixel >> 16))
      bytes.append(UInt8(truncatingIfNeeded: pixel >> 8))
      bytes.append(UInt8(truncatingIfNeeded: pixel))
    }
    self.bytes = bytes
  }
}
