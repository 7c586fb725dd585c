import CZlib
import Figures

/// A PNG as pixels: a palette of 4 or 8 bits, or RGB, not interlaced.
struct DecodedPNG {
  let image: PixelImage
  /// The types of the chunks in their order.
  let chunks: [String]
  /// 0 where the image has no palette.
  let paletteSize: Int

  /// `nil` for anything that is not a PNG of these kinds, or that is damaged.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return nil }
    var chunks: [(type: String, body: [UInt8])] = []
    var rest = bytes.dropFirst(8)
    while !rest.isEmpty {
      guard let chunk = Self.takeChunk(&rest) else { return nil }
      chunks.append(chunk)
    }
    self.chunks = chunks.map(\.type)
    guard let header = chunks.first?.body, header.count == 13 else { return nil }
    let width = Self.integer(header[0..<4])
    let height = Self.integer(header[4..<8])
    let channels = header[9] == 3 ? 1 : 3
    let palette = chunks.first { $0.type == "PLTE" }?.body ?? []
    paletteSize = palette.count / 3
    let packed = chunks.filter { $0.type == "IDAT" }.flatMap(\.body)
    let isPaired = header[8] == 4
    let length = isPaired ? (width + 1) / 2 : width * channels
    guard let rows = Self.inflated(packed, count: (length + 1) * height) else { return nil }
    let unfiltered = Self.unfiltered(rows, rowLength: length, pixelLength: channels)
    let values = isPaired ? Self.unpaired(unfiltered, length, width) : unfiltered
    let colours = channels == 1 ? values.flatMap { palette[3 * Int($0)..<3 * Int($0) + 3] } : values
    image = PixelImage(
      width: width, height: height,
      pixels: stride(from: 0, to: colours.count, by: 3).map {
        UInt32(colours[$0]) << 16 | UInt32(colours[$0 + 1]) << 8 | UInt32(colours[$0 + 2])
      })
  }

  private static func unpaired(_ bytes: [UInt8], _ length: Int, _ width: Int) -> [UInt8] {
    stride(from: 0, to: bytes.count, by: length).flatMap { start in
      bytes[start..<start + length].flatMap { [$0 >> 4, $0 & 0xF] }.prefix(width)
    }
  }

  private static func takeChunk(_ rest: inout ArraySlice<UInt8>) -> (String, [UInt8])? {
    guard rest.count >= 12 else { return nil }
    let length = integer(rest.prefix(4))
    rest = rest.dropFirst(4)
    guard rest.count >= length + 8 else { return nil }
    let checked = Array(rest.prefix(4 + length))
    let checksum = integer(rest.dropFirst(4 + length).prefix(4))
    guard crc32(0, checked, uInt(checked.count)) == uLong(checksum) else { return nil }
    rest = rest.dropFirst(length + 8)
    return (String(decoding: checked.prefix(4), as: UTF8.self), Array(checked.dropFirst(4)))
  }

  private static func integer(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  private static func inflated(_ bytes: [UInt8], count: Int) -> [UInt8]? {
    var output = [UInt8](repeating: 0, count: count)
    var length = uLong(count)
    let status = uncompress(&output, &length, bytes, uLong(bytes.count))
    return status == Z_OK && Int(length) == count ? output : nil
  }

  private static func unfiltered(_ rows: [UInt8], rowLength: Int, pixelLength: Int) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(rows.count)
    var above = [UInt8](repeating: 0, count: rowLength)
    for start in stride(from: 0, to: rows.count, by: rowLength + 1) {
      var row = Array(rows[start + 1..<start + 1 + rowLength])
      for x in row.indices {
        let left = x >= pixelLength ? Int(row[x - pixelLength]) : 0
        let corner = x >= pixelLength ? Int(above[x - pixelLength]) : 0
        let up = Int(above[x])
        switch rows[start] {
        case 1: row[x] &+= UInt8(left)
        case 2: row[x] &+= UInt8(up)
        case 3: row[x] &+= UInt8((left + up) / 2)
        case 4: row[x] &+= UInt8(paeth(left, up, corner))
        default: break
        }
      }
      output += row
      above = row
    }
    return output
  }

  private static func paeth(_ a: Int, _ b: Int, _ c: Int) -> Int {
    let p = a + b - c
    let (pa, pb, pc) = (abs(p - a), abs(p - b), abs(p - c))
    if pa <= pb && pa <= pc { return a }
    return pb <= pc ? b : c
  }
}
