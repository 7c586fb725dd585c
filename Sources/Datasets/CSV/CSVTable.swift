import Parallel

/// The rows of files with equally many pixels, one file after another.
struct CSVTable {
  private let files: [CSVFile]
  private let storage: LevelStorage
  private var pixels: [UInt8]
  private var labels: [Int32]
  private let ids: [String]
  /// The texts among the labels; `nil` where all are numbers.
  private var texts: [String]?

  /// A part of a file, and where its rows go.
  private struct Part {
    let file: CSVFile
    let segment: CSVFile.Segment
    let destination: CSVDestination
  }

  init(_ files: [CSVFile], _ storage: LevelStorage, memory: Int) throws(DatasetError) {
    self.files = files
    self.storage = storage
    let size = files[0].header.imageSize
    let count = files.reduce(0) { $0 + $1.rowCount }
    // Of a row that is one pixel wide, the label takes more than the pixel.
    let needed = count * (size + RawLabels.memory)
    guard needed <= memory else {
      throw DatasetError(.memory(needed: needed, available: memory), in: files[0].path)
    }
    var labels = [Int32](repeating: RawLabels.none, count: count)
    // Whoever predicts the last file may be asked what its rows are called.
    let named = files.last.map { $0.header.id == nil ? 0 : $0.rowCount } ?? 0
    var ids = [String](repeating: "", count: named)
    var results: [Result<[String], DatasetError>] = []
    var parts: [Part] = []
    pixels = [UInt8](unsafeUninitializedCapacity: count * size) { pixels, initialized in
      labels.withUnsafeMutableBufferPointer { labels in
        ids.withUnsafeMutableBufferPointer { ids in
          parts = Self.parts(of: files, pixels, labels, ids)
          let shared = parts
          results = concurrentMap(parts.count) { index in
            Result { () throws(DatasetError) in
              let part = shared[index]
              return try part.file.parse(part.segment, storage, into: part.destination)
            }
          }
        }
      }
      if !results.contains(where: { (try? $0.get()) == nil }) { initialized = count * size }
    }
    var texts: [[String]] = []
    for result in results { texts.append(try result.get()) }
    self.ids = ids
    self.labels = labels
    if texts.contains(where: { !$0.isEmpty }) { join(texts, of: parts.map(\.segment)) }
  }

  private static func parts(
    of files: [CSVFile], _ pixels: UnsafeMutableBufferPointer<UInt8>,
    _ labels: UnsafeMutableBufferPointer<Int32>, _ ids: UnsafeMutableBufferPointer<String>
  ) -> [Part] {
    var parts: [Part] = []
    var row = 0
    for (index, file) in files.enumerated() {
      guard let pixels = pixels.baseAddress, let labels = labels.baseAddress else { continue }
      let isNamed = index == files.count - 1 && file.header.id != nil
      let destination = CSVDestination(
        pixels: pixels + row * file.header.imageSize,
        labels: file.header.hasLabel ? labels + row : nil, ids: isNamed ? ids.baseAddress : nil)
      parts += file.segments.map { Part(file: file, segment: $0, destination: destination) }
      row += file.rowCount
    }
    return parts
  }

  /// Numbers the texts of all segments as one; labels that are numbers become texts too.
  private mutating func join(_ texts: [[String]], of segments: [CSVFile.Segment]) {
    var places: [String: Int32] = [:]
    var all: [String] = []
    func place(of text: String) -> Int32 {
      if let place = places[text] { return place }
      let place = Int32(all.count)
      all.append(text)
      places[text] = place
      return place
    }
    var start = 0
    for (segment, texts) in zip(segments, texts) {
      for row in start..<start + segment.rows where labels[row] != RawLabels.none {
        let label = labels[row]
        labels[row] = place(of: label < 0 ? texts[Int(-1 - label)] : String(label))
      }
      start += segment.rows
    }
    self.texts = all
  }

  consuming func examples(_ grid: ImageGrid, _ declared: DataDeclaration) throws(DatasetError)
    -> Examples
  {
    let (first, second) = (files[0], files.last ?? files[0])
    let count = first.rowCount
    let labels = RawLabels(numbers: labels, texts: texts) { row in
      let (file, row) = row < count ? (first, row) : (second, row - count)
      return DataPlace(
        path: file.path, line: row + file.header.firstLine,
        column: file.header.label.map { $0 + 1 })
    }
    var pixels: [UInt8] = []
    swap(&pixels, &self.pixels)
    return try RawExamples(
      grid: grid, pixels: consume pixels, labels: labels, trainingCount: count, path: first.path,
      ids: ids, notes: [first.header.note].compactMap { $0 }
    ).examples(declared)
  }
}

extension CSVFile {
  /// Parses the rows of a segment, block by block; returns the texts among its labels.
  fileprivate func parse(
    _ segment: Segment, _ storage: LevelStorage, into destination: CSVDestination
  ) throws(DatasetError) -> [String] {
    var parser = CSVRowParser(
      path: path, header: header, storage: storage, destination: destination,
      firstRow: segment.firstRow)
    // One byte more than a block, for the end of a last line that has none.
    var buffer = [UInt8](repeating: 0, count: min(Self.blockSize, segment.bytes.count) + 1)
    var reader = try reader(of: segment)
    let rows = segment.firstRow + segment.rows
    while !reader.isAtEnd, parser.row < rows {
      let count = try reader.fill(&buffer)
      guard let end = buffer[..<count].lastIndex(of: UInt8(ascii: "\n")) else {
        throw DatasetError(.longLine, in: path, line: parser.row + header.firstLine)
      }
      try buffer.withUnsafeBufferPointer { bytes in
        Result { () throws(DatasetError) in
          try parser.parse(UnsafeBufferPointer(rebasing: bytes[...end]), before: rows)
        }
      }.get()
      reader.use(end + 1, of: &buffer)
    }
    // A file that was cut short while it was read.
    guard parser.row == rows else {
      throw DatasetError(.payload(expected: rows, found: parser.row), in: path)
    }
    return parser.texts
  }
}
