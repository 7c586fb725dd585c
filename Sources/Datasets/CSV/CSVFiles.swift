/// Kaggle's CSV files: rows with labels, and rows to predict.
package struct CSVFiles: Sendable, Equatable {
  private let labelled: String
  private let test: String?

  package init(labelled: String, test: String?) {
    self.labelled = labelled
    self.test = test
  }

  /// The paths of the files, the labelled one first.
  package var paths: [String] { [labelled] + (test.map { [$0] } ?? []) }

  /// Reads the files: the labelled rows, then those to predict.
  ///
  /// The result does not depend on the number of threads, nor does the error: it is the first in
  /// the order of the files and their lines.
  ///
  /// - Parameters:
  ///   - memory: The bytes that there are for the images; more is refused before any is taken.
  ///   - isCancelled: is asked from any thread, as often as there are megabytes, and ends the
  ///     reading with an error whose problem is `cancelled`.
  package func read(
    threads: Int, memory: Int = availableMemory(),
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(DatasetError) -> Examples {
    let first = try CSVFile(labelled, threads: threads, isCancelled: isCancelled)
    guard first.header.hasLabel else {
      throw DatasetError(
        .header(found: "pixel0,…", expected: "label,pixel0,pixel1,…"), in: labelled, line: 1)
    }
    guard let test else { return try Self.examples([first], memory: memory) }
    let second = try CSVFile(test, threads: threads, isCancelled: isCancelled)
    guard second.header.imageSize == first.header.imageSize else {
      throw DatasetError(
        .columns(
          found: second.header.columns,
          expected: first.header.imageSize + (second.header.hasLabel ? 1 : 0)), in: test, line: 1)
    }
    return try Self.examples([first, second], memory: memory)
  }

  /// The rows of files with equally many pixels, one file after another.
  private static func examples(
    _ files: [CSVFile], memory: Int
  ) throws(DatasetError) -> Examples {
    let size = files[0].header.imageSize
    let count = files.reduce(0) { $0 + $1.rowCount }
    // Of a row that is one pixel wide, the label takes as much as the pixel.
    let needed = count * (size + MemoryLayout<UInt8?>.size)
    guard needed <= memory else {
      throw DatasetError(.memory(needed: needed, available: memory), in: files[0].file.path)
    }
    var labels = [UInt8](repeating: 0, count: count)
    var failure: DatasetError?
    let pixels = [UInt8](unsafeUninitializedCapacity: count * size) { pixels, initialized in
      labels.withUnsafeMutableBufferPointer { labels in
        failure = fill(pixels, labels, from: files)
      }
      if failure == nil { initialized = count * size }
    }
    if let failure { throw failure }
    let unknown = files.flatMap { file in
      Array(repeating: !file.header.hasLabel, count: file.rowCount)
    }
    let side = Int(Double(size).squareRoot().rounded())
    let isSquare = side * side == size
    guard
      let examples = Examples(
        width: isSquare ? side : size, height: isSquare ? side : 1, pixels: pixels,
        labels: zip(labels, unknown).map { $1 ? nil : $0 }, trainingCount: files[0].rowCount)
    else { throw DatasetError(.noRows, in: files[0].file.path) }
    return examples
  }

  /// Parses all segments of all files, and returns the first error in their order.
  private static func fill(
    _ pixels: UnsafeMutableBufferPointer<UInt8>, _ labels: UnsafeMutableBufferPointer<UInt8>,
    from files: [CSVFile]
  ) -> DatasetError? {
    var parts: [(file: CSVFile, segment: CSVFile.Segment, destination: CSVDestination)] = []
    var row = 0
    for file in files {
      guard let pixels = pixels.baseAddress, let labels = labels.baseAddress else { continue }
      let destination = CSVDestination(
        pixels: pixels + row * file.header.imageSize,
        labels: file.header.hasLabel ? labels + row : nil)
      parts += file.segments.map { (file, $0, destination) }
      row += file.rowCount
    }
    let shared = parts
    return concurrentMap(shared.count) { index -> DatasetError? in
      do throws(DatasetError) {
        try shared[index].file.parse(shared[index].segment, into: shared[index].destination)
        return nil
      } catch {
        return error
      }
    }.lazy.compactMap { $0 }.first
  }
}

extension CSVFile {
  /// Parses the rows of a segment, block by block.
  fileprivate func parse(_ segment: Segment, into destination: CSVDestination)
    throws(DatasetError)
  {
    var parser = CSVRowParser(
      path: file.path, header: header, destination: destination, firstRow: segment.firstRow)
    // One byte more than a block, for the end of a last line that has none.
    var buffer = [UInt8](repeating: 0, count: min(Self.blockSize, segment.bytes.count) + 1)
    var offset = segment.bytes.lowerBound
    while offset < segment.bytes.upperBound, parser.row < segment.firstRow + segment.rows {
      let wanted = min(Self.blockSize, segment.bytes.upperBound - offset)
      var count = min(try file.read(at: offset, into: &buffer), wanted)
      let isLast = offset + count >= segment.bytes.upperBound
      if isLast, count > 0, buffer[count - 1] != UInt8(ascii: "\n") {
        buffer[count] = UInt8(ascii: "\n")
        count += 1
      }
      guard let end = buffer[..<count].lastIndex(of: UInt8(ascii: "\n")) else {
        throw DatasetError(
          .columns(found: 1, expected: header.columns), in: file.path, line: parser.row + 2)
      }
      let rows = segment.firstRow + segment.rows
      try buffer.withUnsafeBufferPointer { bytes in
        Result { () throws(DatasetError) in
          try parser.parse(UnsafeBufferPointer(rebasing: bytes[...end]), before: rows)
        }
      }.get()
      offset += end + 1
    }
    // A file that was cut short while it was read.
    guard parser.row == segment.firstRow + segment.rows else {
      throw DatasetError(
        .payload(expected: segment.firstRow + segment.rows, found: parser.row), in: file.path)
    }
  }
}
