/// Images of one size with their labels: every row of a data set, one byte a pixel.
package struct Examples: Sendable, Equatable {
  /// How many classes there are: the digits.
  package static let classes = 10

  /// Pixels across and down.
  package let width: Int
  package let height: Int
  /// Count × image size grey levels, image after image, row by row from the top.
  package let pixels: [UInt8]
  /// The class of each image, below `classes`; `nil` where the files have none.
  package let labels: [UInt8?]
  /// How many of the images, the first ones, are from the files meant for training.
  package let trainingCount: Int

  package var count: Int { labels.count }
  package var imageSize: Int { width * height }

  /// Takes images that fit their sizes; `nil` where they do not.
  package init?(
    width: Int, height: Int, pixels: [UInt8], labels: [UInt8?], trainingCount: Int
  ) {
    // A row's number has 32 bits.
    guard width > 0, height > 0, labels.count <= Int32.max,
      pixels.count == labels.count * width * height,
      (0...labels.count).contains(trainingCount),
      labels.allSatisfy({ $0.map { Int($0) < Self.classes } ?? true })
    else { return nil }
    self.width = width
    self.height = height
    self.pixels = pixels
    self.labels = labels
    self.trainingCount = trainingCount
  }
}

/// A selection of the rows of some examples, in an order of its own.
package struct ExampleSet: Sendable {
  package let examples: Examples
  /// The row of each image, each below the count of the examples.
  package let rows: [Int32]

  /// Selects rows; those that the examples do not have are left out.
  package init(_ examples: Examples, rows: [Int32]) {
    self.examples = examples
    let isWithin = rows.allSatisfy { $0 >= 0 && Int($0) < examples.count }
    self.rows = isWithin ? rows : rows.filter { $0 >= 0 && Int($0) < examples.count }
  }

  /// Selects consecutive rows.
  package init(_ examples: Examples, rows: Range<Int>) {
    let within = rows.clamped(to: 0..<examples.count)
    self.init(examples, rows: within.map { Int32($0) })
  }

  package var count: Int { rows.count }

  /// The first `count` images of the set.
  package func prefix(_ count: Int) -> ExampleSet {
    ExampleSet(examples, rows: Array(rows.prefix(max(0, count))))
  }

  /// The class of each image; `nil` where any is unknown.
  package var labels: [UInt8]? {
    let labels = rows.compactMap { examples.labels[Int($0)] }
    return labels.count == rows.count ? labels : nil
  }

  /// How many images there are of each class; `nil` where any label is unknown.
  package var classCounts: [Int]? {
    labels.map { labels in
      labels.reduce(into: Array(repeating: 0, count: Examples.classes)) { $0[Int($1)] += 1 }
    }
  }

  /// The grey levels of an image, row by row; empty where the set has no such image.
  package func image(at index: Int) -> [UInt8] {
    guard rows.indices.contains(index) else { return [] }
    let start = Int(rows[index]) * examples.imageSize
    return Array(examples.pixels[start..<start + examples.imageSize])
  }
}
