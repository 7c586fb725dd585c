/// The files of MNIST, or of a data set in its form: images and labels, for training and test.
package struct IDXFiles: Sendable, Equatable {
  private let training: Pair
  /// `nil` where only files for training are given.
  private let test: Pair?
  private let family: IDXFamily
  private let declared: DataDeclaration

  private struct Pair: Sendable, Equatable {
    let images: String
    let labels: String
  }

  /// Finds the files in a folder, gzipped or not.
  package init(folder: String, declared: DataDeclaration = .init()) throws(DatasetError) {
    let found = try IDXFolder(folder)
    func pair(_ part: IDXName.Part) -> Pair {
      Pair(
        images: found.paths[.init(part: part, role: .images)] ?? "",
        labels: found.paths[.init(part: part, role: .labels)] ?? "")
    }
    training = pair(.training)
    test = pair(.test)
    family = IDXFamily(found.set)
    self.declared = declared
  }

  /// Takes files one by one, in any order: images with their labels, and where there are four those
  /// named first are for training.
  package init(files: [String], declared: DataDeclaration = .init()) throws(DatasetError) {
    var (images, labels): ([String], [String]) = ([], [])
    for file in files {
      // A name that says nothing is told by its header: labels have one number an item.
      let name = file.split(separator: "/").last.map { $0.lowercased() } ?? ""
      let isLabels =
        name.contains("label") ? true : name.contains("image") ? false : try Self.holdsLabels(file)
      if isLabels { labels.append(file) } else { images.append(file) }
    }
    guard images.count == labels.count, (1...2).contains(images.count) else {
      throw DatasetError(
        .unpaired(images: images.count, labels: labels.count), in: files.first ?? "")
    }
    training = Pair(images: images[0], labels: labels[0])
    test = images.count == 2 ? Pair(images: images[1], labels: labels[1]) : nil
    let name = images[0].split(separator: "/").last.map(String.init) ?? ""
    family = IDXFamily(IDXName(name)?.set ?? "")
    self.declared = declared
  }

  private static func holdsLabels(_ path: String) throws(DatasetError) -> Bool {
    try IDXReader(path, ranks: 1...4, isCancelled: { false }).dimensions.count == 1
  }

  private var pairs: [Pair] { [training] + (test.map { [$0] } ?? []) }

  /// The paths of the files, training first.
  package var paths: [String] { pairs.flatMap { [$0.images, $0.labels] } }

  /// Reads the files: the training images, then the test images, all with labels.
  ///
  /// - Parameters:
  ///   - memory: The bytes that there are for the images; more is refused by the headers alone.
  ///   - isCancelled: is asked as often as there are megabytes, and ends the reading with an
  ///     error whose problem is `cancelled`.
  package func read(
    memory: Int = availableMemory(), isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(DatasetError) -> Examples {
    let open = try self.open(isCancelled)
    let levels = open.reduce(0) { $0 + $1.images.count }
    let rows = try rowCount(open, beside: levels, memory: memory)
    var pixels: [UInt8] = []
    // Pages that nothing is written to take no memory, so an untrue header costs none.
    pixels.reserveCapacity(levels)
    var labels: [Int32] = []
    labels.reserveCapacity(rows)
    for pair in open {
      try pair.labels.append(to: &labels)
      try pair.images.append(to: &pixels, declared.images.storage)
    }
    let count = open[0].labels.dimensions[0]
    let raw = RawExamples(
      grid: try grid(open), pixels: consume pixels, labels: rawLabels(labels, trainingCount: count),
      trainingCount: count, path: training.images, notes: notes)
    return try (consume raw).examples(declared)
  }

  /// What can be told without reading the images: their form, and how many there are.
  package func outline() throws(DatasetError) -> DataOutline {
    try outline(memory: availableMemory())
  }

  package func outline(memory: Int) throws(DatasetError) -> DataOutline {
    let open = try self.open { false }
    var labels: [Int32] = []
    labels.reserveCapacity(try rowCount(open, beside: 0, memory: memory))
    for pair in open {
      try pair.labels.append(to: &labels)
      try pair.images.expectFirstLevels(declared.images.storage)
    }
    let count = open[0].labels.dimensions[0]
    let resolved = try rawLabels(labels, trainingCount: count).resolved(declared.classes)
    return DataOutline(
      form: try grid(open).form(declared.images), classes: resolved.classes, rows: labels.count,
      labelled: count, notes: notes + [resolved.note].compactMap { $0 })
  }

  private var notes: [DataNote] {
    let isFamily = declared.images.isTransposed == nil
    return isFamily ? [family.note].compactMap { $0 } : []
  }

  private func open(_ isCancelled: @escaping @Sendable () -> Bool) throws(DatasetError)
    -> [OpenPair]
  {
    var open: [OpenPair] = []
    for pair in pairs { open.append(try OpenPair(pair.images, pair.labels, isCancelled)) }
    let first = open[0]
    for other in open.dropFirst()
    where other.images.dimensions.dropFirst() != first.images.dimensions.dropFirst() {
      throw DatasetError(
        .imageSize(found: other.size, expected: first.size, otherFile: training.images),
        in: other.images.path)
    }
    return open
  }

  /// How many rows there are; an error where their labels, beside the levels that are read, take more
  /// memory than there is.
  private func rowCount(_ open: [OpenPair], beside levels: Int, memory: Int) throws(DatasetError)
    -> Int
  {
    let rows = open.reduce(0) { $0 + $1.labels.dimensions[0] }
    let needed = levels + rows * RawLabels.memory
    guard needed <= memory else {
      throw DatasetError(.memory(needed: needed, available: memory), in: training.images)
    }
    return rows
  }

  private func grid(_ open: [OpenPair]) throws(DatasetError) -> ImageGrid {
    try ImageGrid(
      Array(open[0].images.dimensions.dropFirst()), declared.images,
      isTransposed: declared.images.isTransposed ?? family.isTransposed, path: training.images)
  }

  private func rawLabels(_ numbers: [Int32], trainingCount: Int) -> RawLabels {
    let (training, test) = (self.training.labels, self.test?.labels ?? "")
    return RawLabels(numbers: numbers, names: family.names, firstNamed: family.first) { row in
      row < trainingCount
        ? DataPlace(path: training, row: row) : DataPlace(path: test, row: row - trainingCount)
    }
  }

  /// A pair whose headers are read.
  private struct OpenPair {
    let images: IDXReader
    let labels: IDXReader

    init(
      _ imageFile: String, _ labelFile: String, _ isCancelled: @escaping @Sendable () -> Bool
    ) throws(DatasetError) {
      images = try IDXReader(imageFile, ranks: 2...4, isCancelled: isCancelled)
      labels = try IDXReader(labelFile, ranks: 1...2, isCancelled: isCancelled)
      let count = images.dimensions[0]
      guard count == labels.dimensions[0] else {
        throw DatasetError(
          .counts(images: count, labels: labels.dimensions[0], labelFile: labelFile),
          in: imageFile)
      }
    }

    /// The width and height of the images.
    var size: ImageSize {
      let sizes = images.dimensions
      return sizes.count > 2
        ? ImageSize(width: sizes[2], height: sizes[1]) : ImageSize(width: sizes[1], height: 1)
    }
  }
}
