/// The four files of MNIST, or of a data set in its form: images and labels, for training and test.
package struct IDXFiles: Sendable, Equatable {
  private let training: Pair
  private let test: Pair

  private struct Pair: Sendable, Equatable {
    let images: String
    let labels: String
  }

  /// Finds the files in a folder, gzipped or not.
  package init(folder: String) throws(DatasetError) {
    training = try Self.pair("train", in: folder)
    test = try Self.pair("t10k", in: folder)
  }

  private static func pair(_ part: String, in folder: String) throws(DatasetError) -> Pair {
    guard try InputFile.exists(folder) else {
      throw DatasetError(.cannotRead(code: 2), in: folder)
    }
    return Pair(
      images: try find("\(part)-images", "idx3-ubyte", in: folder),
      labels: try find("\(part)-labels", "idx1-ubyte", in: folder))
  }

  /// The path of a file, under its usual name or with a dot before the ending.
  private static func find(_ name: String, _ ending: String, in folder: String)
    throws(DatasetError) -> String
  {
    for file in ["\(name)-\(ending)", "\(name).\(ending)"] {
      for suffix in ["", ".gz"] {
        let path = "\(folder)/\(file)\(suffix)"
        if try InputFile.exists(path) { return path }
      }
    }
    throw DatasetError(.missing("\(name)-\(ending)"), in: folder)
  }

  /// The paths of the files, training first.
  package var paths: [String] { [training.images, training.labels, test.images, test.labels] }

  /// Reads the files: the training images, then the test images, all with labels.
  ///
  /// - Parameters:
  ///   - memory: The bytes that there are for the images; more is refused by the headers alone.
  ///   - isCancelled: is asked as often as there are megabytes, and ends the reading with an
  ///     error whose problem is `cancelled`.
  package func read(
    memory: Int = availableMemory(), isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(DatasetError) -> Examples {
    let first = try OpenPair(training, isCancelled)
    let second = try OpenPair(test, isCancelled)
    guard first.size == second.size else {
      throw DatasetError(
        .imageSize(found: second.size, expected: first.size, otherFile: training.images),
        in: test.images)
    }
    let needed = first.images.payload + second.images.payload
    guard needed <= memory else {
      throw DatasetError(.memory(needed: needed, available: memory), in: training.images)
    }
    var pixels: [UInt8] = []
    // Pages that nothing is written to take no memory, so an untrue header costs none.
    pixels.reserveCapacity(needed)
    var labels: [UInt8] = []
    try first.append(to: &pixels, &labels)
    let trainingCount = labels.count
    try second.append(to: &pixels, &labels)
    let size = first.size
    guard
      let examples = Examples(
        width: size.0, height: size.1, pixels: pixels, labels: labels,
        trainingCount: trainingCount)
    else { throw DatasetError(.dimensions([labels.count, size.1, size.0]), in: training.images) }
    return examples
  }

  /// A pair whose headers are read.
  private struct OpenPair {
    let images: IDXReader
    let labels: IDXReader
    let labelFile: String

    init(_ pair: Pair, _ isCancelled: @escaping @Sendable () -> Bool) throws(DatasetError) {
      images = try IDXReader(pair.images, rank: 3, isCancelled: isCancelled)
      labels = try IDXReader(pair.labels, rank: 1, isCancelled: isCancelled)
      labelFile = pair.labels
      let count = images.dimensions[0]
      guard count == labels.dimensions[0] else {
        throw DatasetError(
          .counts(images: count, labels: labels.dimensions[0], labelFile: labelFile),
          in: pair.images)
      }
    }

    /// The width and height of the images.
    var size: (Int, Int) { (images.dimensions[2], images.dimensions[1]) }

    func append(to pixels: inout [UInt8], _ classes: inout [UInt8]) throws(DatasetError) {
      let start = classes.count
      try labels.append(to: &classes)
      if let bad = classes[start...].firstIndex(where: { Int($0) >= Examples.classes }) {
        throw DatasetError(.label(index: bad - start, found: Int(classes[bad])), in: labelFile)
      }
      try images.append(to: &pixels)
    }
  }
}
