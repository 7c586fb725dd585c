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
    guard exists(folder) else { throw DatasetError(.cannotRead(code: 2), in: folder) }
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
        if exists(path) { return path }
      }
    }
    throw DatasetError(.missing("\(name)-\(ending)"), in: folder)
  }

  /// The paths of the files, training first.
  package var paths: [String] { [training.images, training.labels, test.images, test.labels] }

  /// Reads the files: the training images, then the test images, all with labels.
  package func read() throws(DatasetError) -> Examples {
    var pixels: [UInt8] = []
    // Room for MNIST at once; what is larger grows with what is really read.
    pixels.reserveCapacity(56 << 20)
    var labels: [UInt8] = []
    let size = try Self.read(training, into: &pixels, &labels)
    let trainingCount = labels.count
    let other = try Self.read(test, into: &pixels, &labels)
    guard size == other else {
      throw DatasetError(
        .imageSize(found: other, expected: size, otherFile: training.images), in: test.images)
    }
    guard
      let examples = Examples(
        width: size.0, height: size.1, pixels: pixels, labels: labels,
        trainingCount: trainingCount)
    else { throw DatasetError(.dimensions([labels.count, size.1, size.0]), in: training.images) }
    return examples
  }

  /// Appends images and labels of a pair of files; returns the width and height of the images.
  private static func read(
    _ pair: Pair, into pixels: inout [UInt8], _ labels: inout [UInt8]
  ) throws(DatasetError) -> (Int, Int) {
    let images = try IDXReader(pair.images, rank: 3)
    let classes = try IDXReader(pair.labels, rank: 1)
    let (count, height, width) = (images.dimensions[0], images.dimensions[1], images.dimensions[2])
    guard count == classes.dimensions[0] else {
      throw DatasetError(
        .counts(images: count, labels: classes.dimensions[0], labelFile: pair.labels),
        in: pair.images)
    }
    let start = labels.count
    try classes.append(to: &labels)
    if let bad = labels[start...].firstIndex(where: { Int($0) >= Examples.classes }) {
      throw DatasetError(.label(index: bad - start, found: Int(labels[bad])), in: pair.labels)
    }
    try images.append(to: &pixels)
    return (width, height)
  }
}
