/// How the levels of an image are laid out in a file, and the form that they make.
struct ImageGrid: Sendable, Equatable {
  let width: Int
  let height: Int
  let channels: Int
  /// Whether the channels of a pixel stand side by side, rather than one channel after the other.
  let isInterleaved: Bool
  /// Whether columns stand where rows do: the image is turned when it is read.
  let isTransposed: Bool

  /// The levels of an image.
  var size: Int { width * height * channels }

  /// The form of the images, turned upright.
  func form(_ declared: DeclaredImages) -> ImageForm {
    ImageForm(width: width, height: height, channels: channels, levels: declared.storage.levels)
  }

  /// Takes the sizes of an image: one for levels in a row, two for rows and columns, three for
  /// colour, whose channels come first or last.
  init(
    _ sizes: [Int], _ declared: DeclaredImages, isTransposed: Bool, path: String
  ) throws(DatasetError) {
    switch sizes.count {
    case 1:
      try self.init(levels: sizes[0], declared, isTransposed: isTransposed, path: path)
      return
    case 2: self.init(sizes[0], sizes[1], 1, isInterleaved: false, isTransposed)
    case 3 where sizes[2] == 3 || sizes[2] == 1:
      self.init(sizes[0], sizes[1], sizes[2], isInterleaved: sizes[2] == 3, isTransposed)
    case 3 where sizes[0] == 3 || sizes[0] == 1:
      self.init(sizes[1], sizes[2], sizes[0], isInterleaved: false, isTransposed)
    case 3 where sizes[2] == 4 || sizes[2] == 2 || sizes[0] == 4 || sizes[0] == 2:
      let last = sizes[2] == 4 || sizes[2] == 2
      throw DatasetError(.transparency(channels: last ? sizes[2] : sizes[0]), in: path)
    default: throw DatasetError(.dimensions(sizes), in: path)
    }
    try expect(declared, path)
  }

  private init(
    _ rows: Int, _ columns: Int, _ channels: Int, isInterleaved: Bool, _ isTransposed: Bool
  ) {
    width = isTransposed ? rows : columns
    height = isTransposed ? columns : rows
    self.channels = channels
    self.isInterleaved = isInterleaved
    self.isTransposed = isTransposed
  }

  private func expect(_ declared: DeclaredImages, _ path: String) throws(DatasetError) {
    let sides = 1...ImageForm.largestSide
    guard sides.contains(width), sides.contains(height) else {
      throw DatasetError(.tooLarge(width: width, height: height), in: path)
    }
    if let channels = declared.channels, channels != self.channels {
      throw DatasetError(.channels(found: self.channels, declared: channels), in: path)
    }
    if let size = declared.size, size != ImageSize(width: width, height: height) {
      throw DatasetError(
        .declaredSize(found: ImageSize(width: width, height: height), declared: size), in: path)
    }
  }

  /// Levels in a row: of a square in grey, unless somebody says what they are.
  private init(levels count: Int, _ declared: DeclaredImages, isTransposed: Bool, path: String)
    throws(DatasetError)
  {
    let channels: Int
    let size: ImageSize
    if let declaredSize = declared.size {
      size = declaredSize
      channels = declared.channels ?? (count == 3 * size.width * size.height ? 3 : 1)
      guard count == channels * size.width * size.height else {
        throw DatasetError(.levelCount(found: count, size: size, channels: channels), in: path)
      }
    } else {
      channels = declared.channels ?? 1
      let side = Int(Double(count / channels).squareRoot().rounded())
      guard side * side * channels == count else {
        throw DatasetError(.noSquare(count, channels: declared.channels), in: path)
      }
      size = ImageSize(width: side, height: side)
    }
    // In a file that is turned, what are rows of the image are its columns.
    let (rows, columns) = isTransposed ? (size.width, size.height) : (size.height, size.width)
    self.init(rows, columns, channels, isInterleaved: channels == 3, isTransposed)
    try expect(declared, path)
  }

  /// Where in the file's image each level of the image stands, channel by channel and row by row;
  /// `nil` where they stand so already.
  var places: [Int32]? {
    guard isInterleaved || isTransposed else { return nil }
    let (rows, columns) = isTransposed ? (width, height) : (height, width)
    var places: [Int32] = []
    places.reserveCapacity(size)
    for channel in 0..<channels {
      for y in 0..<height {
        for x in 0..<width {
          let (row, column) = isTransposed ? (x, y) : (y, x)
          let place =
            isInterleaved
            ? (row * columns + column) * channels + channel
            : (channel * rows + row) * columns + column
          places.append(Int32(place))
        }
      }
    }
    return places
  }
}
