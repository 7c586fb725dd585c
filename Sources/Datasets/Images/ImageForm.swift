/// The form of the images of a data set: how large they are and what their levels mean.
package struct ImageForm: Sendable, Equatable {
  /// The most pixels across and down.
  package static let largestSide = 1024

  /// Pixels across and down.
  package let width: Int
  package let height: Int
  /// 1 for grey levels; 3 for red, green and blue.
  package let channels: Int
  /// The largest level, 1...255.
  package let levels: Int

  package init(width: Int, height: Int, channels: Int = 1, levels: Int = 255) {
    self.width = width
    self.height = height
    self.channels = channels
    self.levels = levels
  }

  /// The levels of an image.
  package var size: Int { width * height * channels }

  /// "28 × 28", and "in colour" where it is.
  package var text: String {
    "\(width) × \(height)" + (channels == 1 ? "" : " in colour")
  }
}

/// Pixels across and down.
package struct ImageSize: Sendable, Equatable {
  package let width: Int
  package let height: Int

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// "28 × 20".
  var text: String { "\(width) × \(height)" }
}

/// What somebody says of the images of a data set, where its files do not say it or say it otherwise.
package struct DeclaredImages: Sendable, Equatable {
  package var size: ImageSize?
  /// 1 or 3.
  package var channels: Int?
  /// Whether rows are stored as columns; `nil` for what the files are known for.
  package var isTransposed: Bool?
  /// The largest level, 1...255; 1 for fractions from 0 to 1.
  package var levels: Int?

  package init(
    size: ImageSize? = nil, channels: Int? = nil, isTransposed: Bool? = nil, levels: Int? = nil
  ) {
    self.size = size
    self.channels = channels
    self.isTransposed = isTransposed
    self.levels = levels
  }

  /// How levels are stored: fractions take the range of a byte.
  var storage: LevelStorage { LevelStorage(levels ?? 255) }
}

/// How numbers of a file become bytes.
struct LevelStorage: Sendable, Equatable {
  /// The largest number of the file.
  let largest: Int
  /// What numbers are multiplied with: fractions of 1 take the range of a byte.
  let factor: Double

  init(_ levels: Int) {
    largest = levels
    factor = levels == 1 ? 255 : 1
  }

  /// The largest byte.
  var levels: Int { largest == 1 ? 255 : largest }

  /// A number as a byte; `nil` where it is no level.
  @inline(__always)
  func byte(_ number: Double) -> UInt8? {
    guard number >= 0, number <= Double(largest) else { return nil }
    let level = number * factor
    let whole = level.rounded()
    guard factor != 1 || whole == level else { return nil }
    return UInt8(whole)
  }
}
