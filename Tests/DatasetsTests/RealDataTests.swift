import Datasets
import Digest
import Foundation
import Testing

/// The MNIST files that come with the project.
enum MNIST {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "notebooks/data/mnist").path()

  static let examples = Result { try IDXFiles(folder: folder).read() }
}

@Suite struct RealDataTests {
  @Test("Every image and label of MNIST is there, to the byte")
  func digests() throws {
    let examples = try MNIST.examples.get()
    #expect(examples.count == 70_000)
    #expect(examples.trainingCount == 60_000)
    #expect((examples.width, examples.height) == (28, 28))
    // The digests of the decompressed files, each with its header in front.
    func digest(_ header: [UInt32], _ bytes: some Sequence<UInt8>) -> String {
      SHA256.hex(
        of: header.flatMap { word in
          (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) }
        } + bytes)
    }
    let training = 60_000 * 784
    #expect(
      digest([2051, 60_000, 28, 28], examples.pixels[..<training])
        == "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db")
    #expect(
      digest([2051, 10_000, 28, 28], examples.pixels[training...])
        == "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7")
    let labels = examples.labels.compactMap { $0.map(UInt8.init) }
    #expect(
      digest([2049, 60_000], labels[..<60_000])
        == "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5")
    #expect(
      digest([2049, 10_000], labels[60_000...])
        == "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2")
  }

  /// Counted with NumPy: `np.bincount(labels[:42000])`.
  @Test("Classes are counted")
  func classCounts() throws {
    let labelled = ExampleSet(try MNIST.examples.get(), rows: 0..<42_000)
    #expect(
      labelled.classCounts == [4143, 4799, 4147, 4268, 4099, 3784, 4180, 4330, 4040, 4210])
  }
}

@Suite struct CSVTests {
  enum LineEnd: String, CaseIterable, Sendable {
    case lineFeed = "\n"
    case carriageReturn = "\r\n"
  }

  /// Rows of MNIST as Kaggle writes them.
  static func csv(
    _ examples: Examples, rows: Range<Int>, hasLabel: Bool, quotes: Bool = false,
    lineEnd: LineEnd = .lineFeed, endsLine: Bool = true
  ) -> Data {
    func field(_ text: String) -> String { quotes ? "\"\(text)\"" : text }
    var lines = [
      ((hasLabel ? ["label"] : []) + (0..<784).map { "pixel\($0)" }).map(field)
        .joined(separator: ",")
    ]
    for row in rows {
      let pixels = examples.pixels[row * 784..<(row + 1) * 784].map { field(String($0)) }
      let label = hasLabel ? [field(String(examples.labels[row] ?? 0))] : []
      lines.append((label + pixels).joined(separator: ","))
    }
    return Data(
      (lines.joined(separator: lineEnd.rawValue) + (endsLine ? lineEnd.rawValue : "")).utf8)
  }

  /// A folder of its own for a test.
  final class Folder {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "daybook-csv-\(UUID().uuidString)")

    init() throws {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ data: Data, _ name: String) throws -> String {
      let file = url.appending(path: name)
      try data.write(to: file)
      return file.path()
    }
  }

  @Test(
    "Quoted or not, LF or CRLF, with or without a last line end: the rows of the IDX files",
    arguments: LineEnd.allCases, [(false, true), (false, false), (true, true), (true, false)])
  func variants(lineEnd: LineEnd, form: (quotes: Bool, endsLine: Bool)) throws {
    let examples = try MNIST.examples.get()
    let folder = try Folder()
    let labelled = try folder.write(
      Self.csv(
        examples, rows: 0..<37, hasLabel: true, quotes: form.quotes, lineEnd: lineEnd,
        endsLine: form.endsLine), "train.csv")
    let test = try folder.write(
      Self.csv(
        examples, rows: 37..<60, hasLabel: false, quotes: form.quotes, lineEnd: lineEnd,
        endsLine: form.endsLine), "test.csv")
    for threads in [1, 3] {
      let read = try CSVFiles(labelled: labelled, test: test).read(threads: threads)
      #expect(read.pixels == Array(examples.pixels[..<(60 * 784)]))
      #expect(read.labels == examples.labels[..<37] + Array(repeating: nil, count: 23))
      #expect(read.trainingCount == 37)
      #expect((read.width, read.height) == (28, 28))
    }
  }

  @Test("A test file with labels gives them; a byte order mark is no part of the header")
  func labelledTest() throws {
    let examples = try MNIST.examples.get()
    let folder = try Folder()
    let mark = Data([0xEF, 0xBB, 0xBF])
    let labelled = try folder.write(
      mark + Self.csv(examples, rows: 0..<5, hasLabel: true), "train.csv")
    let test = try folder.write(Self.csv(examples, rows: 5..<9, hasLabel: true), "test.csv")
    let read = try CSVFiles(labelled: labelled, test: test).read(threads: 2)
    #expect(read.labels == Array(examples.labels[..<9]))
  }

  @Test(
    "Pixels counted from one, by row and column, or of other names are those counted from zero",
    arguments: [
      ("pixel1,pixel2,pixel3,pixel4", nil), ("1x1,1x2,2x1,2x2", nil),
      ("pixel0,pixel1,pixel2,pixel2", 5), ("pixel0,pixel1,pixel2,x", 5), ("a,b,c,d", nil),
      ("0,1,2,3", nil), ("p0,p2,p1,p3", 3),
    ] as [(String, Int?)])
  func headers(names: String, wrongColumn: Int?) throws {
    let folder = try Folder()
    let path = try folder.write(Data("label,\(names)\n3,0,7,255,1\n".utf8), "d.csv")
    let files = CSVFiles(labelled: path, test: nil)
    if wrongColumn == nil {
      #expect(try files.read(threads: 1).pixels == [0, 7, 255, 1])
    } else {
      let error = #expect(throws: DatasetError.self) { try files.read(threads: 1) }
      #expect(error?.line == 1)
      #expect(error?.column == wrongColumn)
    }
  }

  @Test("The first error of a large file is told, whatever the threads", arguments: [1, 2, 7])
  func firstError(threads: Int) throws {
    let examples = try MNIST.examples.get()
    let folder = try Folder()
    var lines = String(decoding: Self.csv(examples, rows: 0..<2000, hasLabel: true), as: UTF8.self)
      .split(separator: "\n").map(String.init)
    for line in [1500, 700, 1999] {
      lines[line] = lines[line].replacing(",0,0,0,", with: ",0,x,0,", maxReplacements: 1)
    }
    let path = try folder.write(Data(lines.joined(separator: "\n").utf8), "train.csv")
    let files = CSVFiles(labelled: path, test: nil)
    let error = #expect(throws: DatasetError.self) { try files.read(threads: threads) }
    #expect(error?.line == 701)
    #expect(error?.message.contains("'x' is not a grey level") == true)
  }

  /// Random edits of a small file: read or refused, never a crash, with any number of threads alike.
  @Test("Edited at random, a file is read or refused")
  func fuzz() throws {
    let folder = try Folder()
    let good = Array(
      "label,pixel0,pixel1,pixel2,pixel3\n1,0,0,0,0\n2,17,255,0,9\n3,0,0,0,128\n".utf8)
    let bytes = Array("0129,\"\r\n x-\0".utf8)
    var state: UInt64 = 42
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<1500 {
      var edited = good
      for _ in 0...random(3) {
        let place = random(edited.count)
        switch random(3) {
        case 0: edited[place] = bytes[random(bytes.count)]
        case 1: edited.insert(bytes[random(bytes.count)], at: place)
        default: edited.remove(at: place)
        }
      }
      let path = try folder.write(Data(edited), "fuzz.csv")
      func outcome(_ threads: Int) -> Result<Examples, DatasetError> {
        Result { () throws(DatasetError) in
          try CSVFiles(labelled: path, test: nil).read(threads: threads)
        }
      }
      switch (outcome(1), outcome(4)) {
      case (.success(let a), .success(let b)): #expect(a == b)
      case (.failure(let a), .failure(let b)): #expect(a == b)
      default: Issue.record("threads disagree about \(edited)")
      }
    }
  }
}

@Suite struct ExampleSetTests {
  @Test("Selects rows in their order, and none that are not there")
  func selection() throws {
    let examples = try #require(
      Examples(
        form: ImageForm(width: 2, height: 1), pixels: [1, 2, 3, 4, 5, 6],
        classes: ClassList(count: 10), labels: [7, nil, 9], trainingCount: 2))
    let set = ExampleSet(examples, rows: [2, 0, 5, -1])
    #expect(set.rows == [2, 0])
    #expect(set.labels == [9, 7])
    #expect(set.image(at: 0) == [5, 6])
    #expect(set.image(at: 2) == [])
    #expect(ExampleSet(examples, rows: -3..<9).count == 3)
    #expect(ExampleSet(examples, rows: 0..<2).labels == nil)
    #expect(ExampleSet(examples, rows: 0..<2).classCounts == nil)
    #expect(set.prefix(1).rows == [2])
  }

  @Test("Refuses images that do not fit their size")
  func mismatch() {
    #expect(
      Examples(
        form: ImageForm(width: 2, height: 2), pixels: [1], classes: ClassList(count: 10),
        labels: [1], trainingCount: 1) == nil)
    #expect(
      Examples(
        form: ImageForm(width: 1, height: 1), pixels: [1], classes: ClassList(count: 10),
        labels: [10], trainingCount: 1) == nil)
  }
}
