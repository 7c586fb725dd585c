/// Images of one form with their labels: every row of a data set, one byte a level.
package struct Examples: Sendable, Equatable {
  package let form: ImageForm
  /// Count × image size levels, image after image: channel by channel, row by row from the top.
  package let pixels: [UInt8]
  package let classes: ClassList
  /// The class of each image; `nil` where the files have none.
  package let labels: [UInt16?]
  /// How many of the images, the first ones, are from the files meant for training.
  package let trainingCount: Int
  /// What each row is called in its file, for as many of the last rows as have such a name.
  package let ids: [String]
  /// What was concluded of the files that nobody said.
  package let notes: [DataNote]

  package var width: Int { form.width }
  package var height: Int { form.height }
  package var count: Int { labels.count }
  package var imageSize: Int { form.size }

  /// Takes images that fit their form; `nil` where they do not.
  package init?(
    form: ImageForm, pixels: [UInt8], classes: ClassList, labels: [UInt16?], trainingCount: Int,
    ids: [String] = [], notes: [DataNote] = []
  ) {
    // A row's number has 32 bits.
    guard form.width > 0, form.height > 0, [1, 3].contains(form.channels),
      labels.count <= Int32.max, pixels.count == labels.count * form.size,
      (0...labels.count).contains(trainingCount), ids.count <= labels.count,
      labels.allSatisfy({ $0.map { Int($0) < classes.count } ?? true })
    else { return nil }
    self.form = form
    self.pixels = pixels
    self.classes = classes
    self.labels = labels
    self.trainingCount = trainingCount
    self.ids = ids
    self.notes = notes
  }

  /// What a row is called in its file; `nil` where it has no such name.
  package func id(ofRow row: Int) -> String? {
    let first = count - ids.count
    return row >= first && row < count ? ids[row - first] : nil
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
  package var labels: [UInt16]? {
    let labels = rows.compactMap { examples.labels[Int($0)] }
    return labels.count == rows.count ? labels : nil
  }

  /// How many images there are of each class; `nil` where any label is unknown.
  package var classCounts: [Int]? {
    var counts = [Int](repeating: 0, count: examples.classes.count)
    for row in rows {
      guard let label = examples.labels[Int(row)] else { return nil }
      counts[Int(label)] += 1
    }
    return counts
  }

  /// The levels of an image, channel by channel; empty where the set has no such image.
  package func image(at index: Int) -> [UInt8] {
    guard rows.indices.contains(index) else { return [] }
    let start = Int(rows[index]) * examples.imageSize
    return Array(examples.pixels[start..<start + examples.imageSize])
  }
}
