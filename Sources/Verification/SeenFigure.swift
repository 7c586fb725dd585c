import CZlib

/// A figure as pixels, to be compared by sight: a PNG with a palette, grey or in colour, of eight
/// bits or fewer, not interlaced (PNG specification, third edition).
struct SeenFigure {
  let width: Int
  let height: Int
  /// Luma of each pixel, row by row, 0...255.
  let luma: [UInt8]

  /// Pixels of a figure at most.
  private static let mostPixels = 1 << 26

  /// `nil` for what is no such PNG, or is damaged.
  init?(_ bytes: [UInt8]) {
    guard let chunks = Self.chunks(of: bytes), let header = chunks.first, header.type == "IHDR",
      header.body.count == 13
    else { return nil }
    let head = Array(header.body)
    let (width, height) = (Self.integer(head[0..<4]), Self.integer(head[4..<8]))
    let (depth, colour) = (Int(head[8]), head[9])
    let channels: Int? = [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][colour]
    guard let channels, [1, 2, 4, 8].contains(depth), depth == 8 || channels == 1, head[12] == 0,
      width > 0, height > 0, width <= Self.mostPixels / height
    else { return nil }
    let rowLength = (width * channels * depth + 7) / 8
    let packed = chunks.filter { $0.type == "IDAT" }.flatMap(\.body)
    guard let rows = Self.inflated(packed, count: (rowLength + 1) * height) else { return nil }
    let pixelLength = max(1, channels * depth / 8)
    let data = Self.unfiltered(rows, rowLength, pixelLength)
    let palette = chunks.first { $0.type == "PLTE" }.map { Array($0.body) } ?? []
    var luma: [UInt8] = []
    luma.reserveCapacity(width * height)
    for y in 0..<height {
      for x in 0..<width {
        let start = y * rowLength
        let sample: (Int) -> Int = { Int(data[start + x * channels + $0]) }
        switch colour {
        case 0, 4:
          luma.append(
            UInt8(
              depth == 8 ? sample(0) : Self.bits(data, start, x, depth) * 255 / ((1 << depth) - 1)))
        case 3:
          let index = depth == 8 ? sample(0) : Self.bits(data, start, x, depth)
          guard 3 * index + 2 < palette.count else { return nil }
          luma.append(
            Self.luma(
              Int(palette[3 * index]), Int(palette[3 * index + 1]), Int(palette[3 * index + 2])))
        default: luma.append(Self.luma(sample(0), sample(1), sample(2)))
        }
      }
    }
    self.width = width
    self.height = height
    self.luma = luma
  }

  /// Whether two figures look alike: cell by cell of eight pixels, the mean brightness may differ
  /// a little, as edges of letters do where another library draws them.
  func looksLike(_ other: SeenFigure) -> Bool {
    guard width == other.width, height == other.height else { return false }
    let side = 8
    for top in stride(from: 0, to: height, by: side) {
      for left in stride(from: 0, to: width, by: side) {
        var (mine, its, count) = (0, 0, 0)
        for y in top..<min(top + side, height) {
          for x in left..<min(left + side, width) {
            mine += Int(luma[y * width + x])
            its += Int(other.luma[y * width + x])
            count += 1
          }
        }
        if abs(mine - its) > Self.tolerance * count { return false }
      }
    }
    return true
  }

  /// Of 255, what the mean brightness of a cell may differ by.
  private static let tolerance = 24

  private static func luma(_ red: Int, _ green: Int, _ blue: Int) -> UInt8 {
    UInt8((299 * red + 587 * green + 114 * blue) / 1000)
  }

  private static func bits(_ data: [UInt8], _ start: Int, _ x: Int, _ depth: Int) -> Int {
    let bit = x * depth
    return Int(data[start + bit / 8]) >> (8 - depth - bit % 8) & ((1 << depth) - 1)
  }

  private static func chunks(of bytes: [UInt8]) -> [(type: String, body: ArraySlice<UInt8>)]? {
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return nil }
    var chunks: [(type: String, body: ArraySlice<UInt8>)] = []
    var rest = bytes.dropFirst(8)
    while !rest.isEmpty {
      guard rest.count >= 12 else { return nil }
      let length = integer(rest.prefix(4))
      guard rest.count >= length + 12 else { return nil }
      let body = rest.dropFirst(8).prefix(length)
      chunks.append((String(decoding: rest.dropFirst(4).prefix(4), as: UTF8.self), body))
      rest = rest.dropFirst(length + 12)
    }
    return chunks
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

  /// Undoes the filter of each row (section 9).
  private static func unfiltered(_ rows: [UInt8], _ rowLength: Int, _ pixel: Int) -> [UInt8] {
    var output = [UInt8](repeating: 0, count: rows.count / (rowLength + 1) * rowLength)
    for y in 0..<rows.count / (rowLength + 1) {
      let source = y * (rowLength + 1)
      let start = y * rowLength
      for x in 0..<rowLength {
        let left = x >= pixel ? Int(output[start + x - pixel]) : 0
        let up = y > 0 ? Int(output[start - rowLength + x]) : 0
        let corner = x >= pixel && y > 0 ? Int(output[start - rowLength + x - pixel]) : 0
        let guess =
          switch rows[source] {
          case 1: left
          case 2: up
          case 3: (left + up) / 2
          case 4: paeth(left, up, corner)
          default: 0
          }
        output[start + x] = rows[source + 1 + x] &+ UInt8(guess)
      }
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
