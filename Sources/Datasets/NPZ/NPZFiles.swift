import Language

/// A file of NumPy's arrays: images and labels, for training and, where there are such, for test.
package struct NPZFiles: Sendable, Equatable {
  private let path: String
  private let images: String?
  private let labels: String?
  private let declared: DataDeclaration

  /// - Parameters:
  ///   - images: The name of the array of images; `nil` for the names that such files go by.
  ///   - labels: The name of the array of their labels; likewise.
  package init(
    _ path: String, images: String?, labels: String?, declared: DataDeclaration = .init()
  ) {
    self.path = path
    self.images = images
    self.labels = labels
    self.declared = declared
  }

  package var paths: [String] { [path] }

  /// Arrays of images and labels, those for training first.
  private struct Arrays {
    let images: [ZipArchive.Member]
    /// `nil` for images to predict, which have none.
    let labels: [ZipArchive.Member?]
    /// What was concluded of the names of the arrays.
    var note: DataNote?
  }

  /// Names that arrays go by: those of Keras, of MedMNIST, of scikit-learn, and plain ones.
  private static let known: [(images: [String], labels: [String])] = [
    (["x_train", "x_test"], ["y_train", "y_test"]),
    (["train_images", "test_images"], ["train_labels", "test_labels"]),
    (["X_train", "X_test"], ["y_train", "y_test"]),
    (["images"], ["labels"]), (["x"], ["y"]), (["X"], ["y"]), (["data"], ["target"]),
    (["arr_0"], ["arr_1"]),
  ]

  private func arrays(_ archive: ZipArchive) throws(DatasetError) -> Arrays {
    let members = archive.members.filter { $0.name.hasSuffix(".npy") }
    let names = members.map { String($0.name.dropLast(4)) }
    func member(_ name: String) throws(DatasetError) -> ZipArchive.Member {
      guard let place = names.firstIndex(of: name) else {
        throw DatasetError(.noArray(name, held: names), in: path)
      }
      return members[place]
    }
    if images != nil || labels != nil {
      return Arrays(
        images: [try member(images ?? "images")], labels: [try member(labels ?? "labels")])
    }
    for form in Self.known {
      guard names.contains(form.images[0]), names.contains(form.labels[0]) else { continue }
      let parts = form.images.indices.filter { names.contains(form.images[$0]) }
      var (images, labels): ([ZipArchive.Member], [ZipArchive.Member?]) = ([], [])
      for part in parts {
        images.append(try member(form.images[part]))
        let name = form.labels[part]
        labels.append(names.contains(name) ? try member(name) : nil)
      }
      let taken = form.images + form.labels
      let others = names.filter { !taken.contains($0) }
      let note = DataNote("arrays that are not read: \(listed(others))", help: nil)
      return Arrays(images: images, labels: labels, note: others.isEmpty ? nil : note)
    }
    throw DatasetError(.noArray("", held: names), in: path)
  }

  package func read(
    threads: Int, memory: Int = availableMemory(),
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(DatasetError) -> Examples {
    let archive = try ZipArchive(path, isCancelled: isCancelled)
    let arrays = try arrays(archive)
    var (pixels, counts): ([UInt8], [Int]) = ([], [])
    let needed = arrays.images.reduce(0) { $0 + $1.size }
    var sizes: [Int]?
    var labels = ArrayLabels()
    for (images, names) in zip(arrays.images, arrays.labels) {
      let array = try NumPyImages(archive, images)
      let own = Array(array.header.shape.dropFirst())
      guard sizes ?? own == own else {
        throw DatasetError(.array(array.name, "has images of another size"), in: path)
      }
      sizes = own
      let room = min(needed, array.header.count * arrays.images.count)
      let rows = array.header.shape.first ?? 0
      let taken = max(room, array.header.count) + (labels.numbers.count + rows) * Self.labelSize
      guard taken <= memory else {
        throw DatasetError(.memory(needed: taken, available: memory), in: path)
      }
      if counts.isEmpty { pixels.reserveCapacity(room) }
      try array.append(to: &pixels, declared.images.storage)
      counts.append(rows)
      try labels.append(archive, names, count: rows)
    }
    let path = path
    let raw = RawExamples(
      grid: try grid(sizes ?? []), pixels: consume pixels,
      labels: RawLabels(numbers: labels.numbers, texts: labels.texts) {
        DataPlace(path: path, row: $0)
      }, trainingCount: counts.first ?? 0, path: path,
      notes: [arrays.note].compactMap { $0 })
    return try (consume raw).examples(declared)
  }

  package func outline() throws(DatasetError) -> DataOutline {
    try outline(memory: availableMemory())
  }

  package func outline(memory: Int) throws(DatasetError) -> DataOutline {
    let archive = try ZipArchive(path, isCancelled: { false })
    let arrays = try arrays(archive)
    let first = try NumPyImages(archive, arrays.images[0]).header
    var labels = ArrayLabels()
    for (images, names) in zip(arrays.images, arrays.labels) {
      let array = try NumPyImages(archive, images)
      try array.expectFirstLevels(declared.images.storage)
      let rows = array.header.shape.first ?? 0
      let taken = (labels.numbers.count + rows) * Self.labelSize
      guard taken <= memory else {
        throw DatasetError(.memory(needed: taken, available: memory), in: path)
      }
      try labels.append(archive, names, count: rows)
    }
    let path = path
    let resolved = try RawLabels(numbers: labels.numbers, texts: labels.texts) {
      DataPlace(path: path, row: $0)
    }.resolved(declared.classes)
    return DataOutline(
      form: try grid(Array(first.shape.dropFirst())).form(declared.images),
      classes: resolved.classes, rows: labels.numbers.count, labelled: first.shape.first,
      notes: [arrays.note, resolved.note].compactMap { $0 })
  }

  /// Bytes that a label is kept in.
  private static let labelSize = MemoryLayout<Int32>.size

  private func grid(_ sizes: [Int]) throws(DatasetError) -> ImageGrid {
    guard (1...3).contains(sizes.count) else { throw DatasetError(.dimensions(sizes), in: path) }
    return try ImageGrid(
      sizes, declared.images, isTransposed: declared.images.isTransposed ?? false, path: path)
  }
}
