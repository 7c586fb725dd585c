import CZlib
import Datasets
import Foundation
import Testing

/// One data set in every form that is read: the same pixels and labels as in the files of MNIST.
@Suite struct FormTests {
  private let folder: CSVTests.Folder
  private let examples: Examples
  private static let rows = 0..<120

  init() throws {
    folder = try CSVTests.Folder()
    examples = try MNIST.examples.get()
  }

  private func image(_ row: Int) -> ArraySlice<UInt8> {
    examples.pixels[row * 784..<(row + 1) * 784]
  }

  private func label(_ row: Int) -> Int { Int(examples.labels[row] ?? 0) }

  private var pixels: [UInt8] { Self.rows.flatMap(image) }
  private var labels: [UInt16?] { Array(examples.labels[Self.rows]) }

  private func expectSame(_ read: Examples) {
    #expect(read.pixels == pixels)
    #expect(read.labels == labels)
    #expect((read.width, read.height, read.form.channels) == (28, 28, 1))
  }

  // MARK: - CSV

  /// Rows as text, each field by its own words.
  private func csv(
    header: String?, separator: String = ",", row: (Int) -> [String]
  ) throws -> String {
    let lines = (header.map { [$0] } ?? []) + Self.rows.map { row($0).joined(separator: separator) }
    return try folder.write(Data((lines.joined(separator: "\n") + "\n").utf8), "d.csv")
  }

  private static let names = (0..<784).map { "pixel\($0)" }.joined(separator: ",")

  @Test("Labels first, last or named, with an index, without a header")
  func columns() throws {
    let plain = { (row: Int) in [String(label(row))] + image(row).map { String($0) } }
    let last = { (row: Int) in image(row).map { String($0) } + [String(label(row))] }
    let numbers = (0..<784).map(String.init).joined(separator: ",")
    // Each file takes the place of the one before, so each is written and read in turn.
    for (write, columns) in [
      ({ try self.csv(header: nil, row: plain) }, CSVDeclaration()),
      ({ try self.csv(header: nil, row: last) }, CSVDeclaration(label: .last)),
      ({ try self.csv(header: Self.names + ",class", row: last) }, CSVDeclaration()),
      (
        { try self.csv(header: Self.names + ",kind", row: last) },
        CSVDeclaration(label: .named("kind"))
      ),
      ({ try self.csv(header: "label," + numbers, row: plain) }, CSVDeclaration()),
      (
        { try self.csv(header: ",label," + Self.names) { ["\($0)"] + plain($0) } },
        CSVDeclaration()
      ),
      (
        { try self.csv(header: "name,label," + Self.names) { ["n-\($0)"] + plain($0) } },
        CSVDeclaration(id: "name")
      ),
    ] as [(() throws -> String, CSVDeclaration)] {
      let path = try write()
      for threads in [1, 3] {
        expectSame(try CSVFiles(labelled: path, test: nil, columns: columns).read(threads: threads))
      }
    }
  }

  @Test("Semicolons, tabs, points and zeros, fractions of one", arguments: [1, 4])
  func numbers(threads: Int) throws {
    for separator in [";", "\t"] {
      let header = ("label," + Self.names).replacing(",", with: separator)
      let path = try csv(header: header, separator: separator) { row in
        [String(label(row))] + image(row).map { String($0) }
      }
      expectSame(try CSVFiles(labelled: path, test: nil).read(threads: threads))
    }
    for (separator, end) in [(", ", ""), (" , ", "  ")] {
      let padded = try csv(header: "label," + Self.names, separator: separator) { row in
        [" \(label(row))"] + image(row).map { String($0) }.dropLast()
          + ["\(image(row).last ?? 0)\(end)"]
      }
      expectSame(try CSVFiles(labelled: padded, test: nil).read(threads: threads))
    }
    let floats = try csv(header: "label," + Self.names) { row in
      ["\(label(row)).0"] + image(row).map { "\($0).0" }
    }
    expectSame(try CSVFiles(labelled: floats, test: nil).read(threads: threads))
    let fractions = try csv(header: "label," + Self.names) { row in
      [String(label(row))] + image(row).map { String(Double($0) / 255) }
    }
    let declared = DataDeclaration(images: DeclaredImages(levels: 1))
    let read = try CSVFiles(labelled: fractions, test: nil, declared: declared)
      .read(threads: threads)
    expectSame(read)
    #expect(read.form.levels == 255)
  }

  @Test("Names for labels are the classes, in their order or the one that is said")
  func namedClasses() throws {
    let words = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ]
    let path = try csv(header: "label," + Self.names) { row in
      [words[label(row)]] + image(row).map { String($0) }
    }
    for threads in [1, 3] {
      let sorted = try CSVFiles(labelled: path, test: nil).read(threads: threads)
      #expect(sorted.classes.names == words.sorted())
      let declared = DataDeclaration(classes: .names(words))
      let said = try CSVFiles(labelled: path, test: nil, declared: declared).read(threads: threads)
      #expect(said.labels == labels)
      #expect(said.pixels == pixels)
    }
  }

  @Test("Gzipped rows, and what the rows of a test file are called")
  func gzippedRows() throws {
    let header = "id,label," + Self.names
    let path = try csv(header: header) { row in
      [Self.id(row), String(label(row))] + image(row).map { String($0) }
    }
    let packed = path + ".gz"
    let bytes = try [UInt8](Data(contentsOf: URL(filePath: path)))
    let file = try #require(gzopen(packed, "wb"))
    // More than one block of text, with blank lines at its end.
    #expect(gzwrite(file, bytes + [10, 10], UInt32(bytes.count + 2)) == bytes.count + 2)
    #expect(gzclose(file) == Z_OK)
    expectSame(try CSVFiles(labelled: packed, test: nil).read(threads: 2))
    let both = try CSVFiles(labelled: packed, test: path).read(threads: 2)
    #expect(both.count == 2 * Self.rows.count)
    #expect(both.id(ofRow: 0) == nil)
    for row in [3, 7] { #expect(both.id(ofRow: Self.rows.count + row) == Self.id(row)) }
  }

  /// What a row is called; one of them at length.
  private static func id(_ row: Int) -> String {
    "row-\(row)" + String(repeating: "x", count: row == 3 ? 1000 : 0)
  }

  // MARK: - IDX

  private func idx(_ type: UInt8, _ sizes: [Int], _ numbers: [UInt8]) -> Data {
    let header: [UInt8] = [0, 0, type, UInt8(sizes.count)]
    let dimensions = sizes.flatMap { size in
      (0..<4).map { UInt8(truncatingIfNeeded: size >> (24 - 8 * $0)) }
    }
    return Data(header + dimensions + numbers)
  }

  private func write(_ data: Data, _ name: String, gzipped: Int = 0) throws {
    let path = try folder.write(data, name)
    guard gzipped > 0 else { return }
    // Several members, and zeros behind the last.
    let bytes = [UInt8](data)
    unlink(path)
    for part in 0..<gzipped {
      let file = try #require(gzopen(path, "ab"))
      let piece = bytes[bytes.count * part / gzipped..<bytes.count * (part + 1) / gzipped]
      #expect(gzwrite(file, Array(piece), UInt32(piece.count)) == piece.count)
      #expect(gzclose(file) == Z_OK)
    }
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(count: 512))
    try handle.close()
  }

  private var labelBytes: [UInt8] { Self.rows.map { UInt8(label($0)) } }

  @Test(
    "Every name of the family",
    arguments: [
      ("train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k"),
      ("train-images.idx3-ubyte", "train-labels.idx1-ubyte", "t10k"),
      ("emnist-mnist-train-images-idx3-ubyte", "emnist-mnist-train-labels-idx1-ubyte", "test"),
      ("qmnist-train-images-idx3-ubyte", "qmnist-train-labels-idx2-int", "test"),
    ])
  func idxNames(images: String, labels: String, test: String) throws {
    let count = Self.rows.count
    let isWide = labels.contains("idx2")
    let wide = labelBytes.flatMap { [0, 0, 0, $0] + [UInt8](repeating: 1, count: 28) }
    let labelData =
      isWide ? idx(0x0C, [count, 8], wide) : idx(0x08, [count], labelBytes)
    for (part, size) in [("train", 3), (test, 0)] {
      func name(_ name: String) -> String { name.replacing("train", with: part) }
      try write(idx(0x08, [count, 28, 28], pixels), name(images) + ".gz", gzipped: max(1, size))
      try write(labelData, name(labels))
    }
    let read = try IDXFiles(
      folder: folder.url.path(), declared: .init(images: .init(isTransposed: false))
    ).read()
    #expect(read.pixels == pixels + pixels)
    #expect(read.labels == self.labels + self.labels)
    #expect(read.trainingCount == count)
  }

  @Test("Files one by one, and a folder that an unzip has left in a file's place")
  func idxPlaces() throws {
    let count = Self.rows.count
    try write(idx(0x08, [count, 28, 28], pixels), "a.bin")
    try write(idx(0x08, [count], labelBytes), "b.bin")
    let path = folder.url.path()
    expectSame(try IDXFiles(files: [path + "/b.bin", path + "/a.bin"]).read())
    for part in ["train", "t10k"] {
      for (role, rank, source) in [("images", 3, "a.bin"), ("labels", 1, "b.bin")] {
        let name = "\(part)-\(role)-idx\(rank)-ubyte"
        let inner = path + "/set/" + name
        try FileManager.default.createDirectory(
          atPath: inner, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
          atPath: path + "/" + source, toPath: inner + "/" + name.replacing("-idx", with: ".idx"))
      }
    }
    #expect(try IDXFiles(folder: path + "/set").read().pixels == pixels + pixels)
  }

  @Test("Levels of every type", arguments: [0x09, 0x0B, 0x0C, 0x0D, 0x0E] as [UInt8])
  func idxTypes(type: UInt8) throws {
    func bytes(_ level: UInt8) -> [UInt8] {
      switch type {
      case 0x09: [level / 2]
      case 0x0B: [0, level]
      case 0x0C: [0, 0, 0, level]
      case 0x0D: withUnsafeBytes(of: Float(level).bitPattern.bigEndian) { Array($0) }
      default: withUnsafeBytes(of: Double(level).bitPattern.bigEndian) { Array($0) }
      }
    }
    let count = Self.rows.count
    try write(idx(type, [count, 28, 28], pixels.flatMap(bytes)), "images")
    try write(idx(0x08, [count], labelBytes), "labels")
    let path = folder.url.path()
    let read = try IDXFiles(files: [path + "/images", path + "/labels"]).read()
    #expect(read.pixels == (type == 0x09 ? pixels.map { $0 / 2 } : pixels))
  }

  @Test("Letters of EMNIST are upright and have their names")
  func letters() throws {
    let count = Self.rows.count
    // As the files of EMNIST: each image on its side, and labels from 1.
    let turned = Self.rows.flatMap { row in
      let image = Array(image(row))
      return (0..<784).map { image[$0 % 28 * 28 + $0 / 28] }
    }
    let numbers = labelBytes.map { $0 * 2 + 1 }
    for part in ["train", "test"] {
      try write(idx(0x08, [count, 28, 28], turned), "emnist-letters-\(part)-images-idx3-ubyte")
      try write(idx(0x08, [count], numbers), "emnist-letters-\(part)-labels-idx1-ubyte")
    }
    for path in [folder.url.path(), folder.url.path() + "/emnist-letters"] {
      let read = try IDXFiles(folder: path).read()
      #expect(read.pixels == pixels + pixels)
      #expect(read.classes.names == "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init))
      #expect(read.labels[..<count].elementsEqual(labels.map { $0.map { $0 * 2 } }))
      #expect(read.notes.count == 1)
    }
  }

  @Test("Wide, tall, on their side, in colour: each level in its place")
  func shapes() throws {
    // Of two images of two rows and three columns, in the order of the file.
    let levels = (0..<12).map { UInt8($0) }
    try write(idx(0x08, [2], [0, 1]), "labels")
    func read(_ sizes: [Int], _ images: DeclaredImages = .init()) throws -> Examples {
      let count = sizes.reduce(1, *)
      try write(idx(0x08, [2] + sizes, (0..<2 * count).map { UInt8($0) }), "images")
      let path = folder.url.path()
      return try IDXFiles(
        files: [path + "/images", path + "/labels"], declared: .init(images: images)
      ).read()
    }
    let wide = try read([2, 3])
    #expect((wide.width, wide.height) == (3, 2) && wide.pixels == levels)
    // numpy.arange(12).reshape(2, 2, 3).transpose(0, 2, 1).ravel()
    let turned = try read([2, 3], .init(isTransposed: true))
    #expect((turned.width, turned.height) == (2, 3))
    #expect(turned.pixels == [0, 3, 1, 4, 2, 5, 6, 9, 7, 10, 8, 11])
    // numpy.arange(12).reshape(2, 1, 2, 3).transpose(0, 3, 1, 2).ravel()
    let colour = try read([1, 2, 3])
    #expect(colour.form == ImageForm(width: 2, height: 1, channels: 3))
    #expect(colour.pixels == [0, 3, 1, 4, 2, 5, 6, 9, 7, 10, 8, 11])
    let flat = try read([6], .init(size: ImageSize(width: 2, height: 1), channels: 3))
    #expect(flat.form == colour.form && flat.pixels == colour.pixels)
    #expect(throws: DatasetError.self) { try read([6]) }
    #expect(throws: DatasetError.self) { try read([2, 3], .init(channels: 3)) }
  }

  @Test("Levels up to sixteen stay as they are, and are said to go so far")
  func levels() throws {
    try write(idx(0x08, [2], [0, 1]), "labels")
    try write(idx(0x08, [2, 1, 2], [0, 16, 3, 9]), "images")
    let path = folder.url.path()
    let files = [path + "/images", path + "/labels"]
    let declared = DataDeclaration(images: .init(levels: 16))
    let read = try IDXFiles(files: files, declared: declared).read()
    #expect(read.pixels == [0, 16, 3, 9] && read.form.levels == 16)
    let error = #expect(throws: DatasetError.self) {
      try IDXFiles(files: files, declared: .init(images: .init(levels: 15))).read()
    }
    #expect(error?.problem == .level(found: "16", largest: 15, type: nil))
    #expect(error?.row == 0)
  }
}
