import Datasets
import Foundation
import Synchronization
import Testing

/// Files of strangers: none takes memory out of proportion, and none waits for ever.
@Suite struct HostileDataTests {
  private let folder: CSVTests.Folder

  init() throws {
    folder = try CSVTests.Folder()
  }

  /// Headers of the four files of a set, with as many bytes behind them as are given.
  private func idx(
    count: UInt32, side: UInt32 = 1000, imageBytes: Data, imageName: String
  ) throws -> IDXFiles {
    func words(_ words: UInt32...) -> Data {
      Data(
        words.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) } })
    }
    let labels = words(2049, count) + Data(count: Int(count))
    _ = try folder.write(words(2051, count, side, side) + imageBytes, imageName)
    _ = try folder.write(labels, "train-labels-idx1-ubyte")
    _ = try folder.write(
      words(2051, 1, side, side) + Data(count: Int(side * side)), "t10k-images-idx3-ubyte")
    _ = try folder.write(words(2049, 1) + Data(count: 1), "t10k-labels-idx1-ubyte")
    return try IDXFiles(folder: folder.url.path())
  }

  @Test("An array of NumPy's that promises more images than its file can hold is refused")
  func promisedArrays() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fuzz/Found/npz/promised-images").path()
    let files = NPZFiles(path, images: nil, labels: nil)
    for look in [{ _ = try files.outline() }, { _ = try files.read(threads: 1) }] {
      let error = #expect(throws: DatasetError.self) { try look() }
      #expect(error?.problem == .array("x_test", "is cut short"))
    }
  }

  @Test("Labels of an array that take more memory than there is are refused by its header")
  func manyLabels() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fuzz/Corpus/npz/stored").path()
    let files: any DatasetFiles = NPZFiles(path, images: nil, labels: nil)
    _ = try files.outline(memory: 1 << 20)
    let error = #expect(throws: DatasetError.self) { try files.outline(memory: 3) }
    guard case .memory(needed: _, available: 3) = error?.problem else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("A wide header and blank lines take no more memory than there are bytes")
  func blankLines() throws {
    let header = "label," + (0..<65_025).map { "pixel\($0)" }.joined(separator: ",")
    let text = header + String(repeating: "\n", count: 100_000) + "1\n"
    let path = try folder.write(Data(text.utf8), "wide.csv")
    for threads in [1, 3] {
      let error = #expect(throws: DatasetError.self) {
        try CSVFiles(labelled: path, test: nil).read(threads: threads, memory: 4 << 20)
      }
      #expect(error?.problem == .blankLine)
      #expect(error?.line == 2)
    }
  }

  @Test("Short lines behind good ones are told as the first error", arguments: [1, 4])
  func shortLines(threads: Int) throws {
    let good = "3,1,2,3,4\n"
    let text =
      "label,pixel0,pixel1,pixel2,pixel3\n" + String(repeating: good, count: 20)
      + String(repeating: "1\n", count: 500)
    let path = try folder.write(Data(text.utf8), "short.csv")
    let error = #expect(throws: DatasetError.self) {
      try CSVFiles(labelled: path, test: nil).read(threads: threads)
    }
    #expect(error?.problem == .columns(found: 1, expected: 5))
    #expect(error?.line == 22)
  }

  @Test("Rows that fill memory are refused with the figure")
  func memoryOfRows() throws {
    let text = "label,pixel0\n" + String(repeating: "1,2\n", count: 1000)
    let path = try folder.write(Data(text.utf8), "many.csv")
    let error = #expect(throws: DatasetError.self) {
      try CSVFiles(labelled: path, test: nil).read(threads: 1, memory: 999)
    }
    guard case .memory(needed: let needed, available: 999) = error?.problem else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(needed >= 1000)
    #expect(error?.help == "free some memory and run again")
  }

  @Test("Images that fill memory are refused by their header, before any is read")
  func memoryOfImages() throws {
    let files = try idx(
      count: 3, imageBytes: Data(count: 3_000_000), imageName: "train-images-idx3-ubyte")
    let error = #expect(throws: DatasetError.self) { try files.read(memory: 1 << 21) }
    // A label has four bytes as a number, and four as a class that may be missing.
    #expect(error?.problem == .memory(needed: 4_000_032, available: 1 << 21))
    #expect(error?.message.hasSuffix("the images take 3 MiB of memory, and 2 MiB are free") == true)
    #expect(throws: DatasetError.self) { try files.read(memory: 4_000_031) }
    #expect(try files.read(memory: 4_000_032).count == 4)
  }

  @Test("Labels are more than images of one pixel, and are counted also where they alone are read")
  func memoryOfLabels() throws {
    let files = try idx(
      count: 1000, side: 1, imageBytes: Data(count: 1000), imageName: "train-images-idx3-ubyte")
    let error = #expect(throws: DatasetError.self) { try files.read(memory: 8000) }
    #expect(error?.problem == .memory(needed: 1001 * 9, available: 8000))
    let second = #expect(throws: DatasetError.self) { try files.outline(memory: 8000) }
    #expect(second?.problem == .memory(needed: 1001 * 8, available: 8000))
    #expect(try files.outline(memory: 1001 * 8).rows == 1001)
  }

  @Test("A progressive JPEG is refused where its coefficients do not fit, before it is decoded")
  func memoryOfCoefficients() throws {
    // Up to the first scan: 800 × 1000 in three components, of 8 × 8 blocks each.
    let start: [UInt8] =
      [0xFF, 0xD8, 0xFF, 0xC2, 0, 17, 8, 0x03, 0x20, 0x03, 0xE8, 3]
      + [1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]
      + [0xFF, 0xDA, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 0, 0]
    for name in ["one", "two"] {
      try FileManager.default.createDirectory(
        at: folder.url.appending(path: name), withIntermediateDirectories: true)
      _ = try folder.write(Data(start), "\(name)/1.jpg")
    }
    let files = try ImageFolders(labelled: folder.url.path(), test: nil)
    let (levels, coefficients) = (3 * 800_000, 3 * 800_000 * 2)
    let needed = start.count + levels + coefficients
    let error = #expect(throws: DatasetError.self) {
      try files.read(threads: 1, memory: 2 * levels + needed - 1)
    }
    #expect(error?.problem == .memory(needed: needed, available: needed - 1))
    let second = #expect(throws: DatasetError.self) {
      try files.read(threads: 1, memory: 2 * levels + needed)
    }
    #expect(second?.problem == .damagedImage)
  }

  @Test("A header that promises what its file cannot hold is told at once")
  func implausible() throws {
    let short = try idx(
      count: 5, imageBytes: Data(count: 99), imageName: "train-images-idx3-ubyte")
    #expect(throws: DatasetError.self) { try short.read() }
    // Dimensions of a terabyte, and memory for it: the file's size alone must refuse it.
    let error = #expect(throws: DatasetError.self) { try short.read(memory: .max) }
    #expect(error?.problem == .payload(expected: 5_000_000, found: 99))
  }

  @Test("A pipe and a device are refused without waiting", arguments: ["pipe", "/dev/zero"])
  func noFiles(_ name: String) throws {
    let path = name.hasPrefix("/") ? name : folder.url.path() + "/" + name
    if !name.hasPrefix("/") { try #require(mkfifo(path, 0o600) == 0) }
    let error = #expect(throws: DatasetError.self) {
      try CSVFiles(labelled: path, test: nil).read(threads: 1)
    }
    #expect(error?.problem == .notAFile("it is a pipe, a socket or a device, not a file"))
    _ = try idx(count: 1, imageBytes: Data(count: 1_000_000), imageName: "train-images-idx3-ubyte")
    let images = folder.url.path() + "/train-images-idx3-ubyte"
    try #require(unlink(images) == 0)
    try #require(symlink(path, images) == 0)
    let second = #expect(throws: DatasetError.self) {
      try IDXFiles(folder: folder.url.path()).read()
    }
    #expect(second?.problem == .notAFile("it is a pipe, a socket or a device, not a file"))
    #expect(second?.message == "\(images): it is a pipe, a socket or a device, not a file")
  }

  @Test("A folder that cannot be looked into is not said to lack the files")
  func unreadableFolder() throws {
    let loop = folder.url.path() + "/loop"
    try #require(symlink(loop, loop) == 0)
    let error = #expect(throws: DatasetError.self) { try IDXFiles(folder: loop) }
    #expect(error?.problem == .cannotRead(code: ELOOP))
    let file = try folder.write(Data("x".utf8), "file")
    let second = #expect(throws: DatasetError.self) { try IDXFiles(folder: file) }
    #expect(second?.problem == .noFolder(.text))
  }

  #if os(Linux)
    @Test(
      "A class, an image or a file whose name is no text is told, not left out",
      arguments: ["", "/one"])
    func nameThatIsNoText(_ place: String) throws {
      for name in ["one", "two"] {
        try FileManager.default.createDirectory(
          at: folder.url.appending(path: name), withIntermediateDirectories: true)
        _ = try folder.write(Data("x".utf8), "\(name)/1.png")
      }
      let path = folder.url.path()
      let odd = [UInt8]((path + place).utf8) + [0x2F, 0xFF, 0xFE, 0]
      try #require(
        odd.withUnsafeBytes { mkdir($0.bindMemory(to: CChar.self).baseAddress!, 0o700) } == 0)
      let error = #expect(throws: DatasetError.self) {
        try ImageFolders(labelled: path, test: nil)
      }
      #expect(error?.path == path + place)
      #expect(
        error?.message.hasSuffix(": the name '\\xFF\\xFE' in this folder is not UTF-8") == true)
      #expect(error?.help == "rename it")
    }
  #endif

  @Test("Reading ends at the next megabyte once it is not wanted", arguments: [0, 1, 3])
  func cancelled(after most: Int) throws {
    let files = try idx(
      count: 9, imageBytes: Data(count: 9_000_000), imageName: "train-images-idx3-ubyte")
    let asked = Atomic(0)
    let error = #expect(throws: DatasetError.self) {
      try files.read(isCancelled: { asked.add(1, ordering: .relaxed).oldValue >= most })
    }
    #expect(error?.problem == .cancelled)
    #expect(asked.load(ordering: .relaxed) == most + 1)
  }

  @Test("Reading of rows ends likewise")
  func cancelledRows() throws {
    let text = "label,pixel0\n" + String(repeating: "1,2\n", count: 2_000_000)
    let path = try folder.write(Data(text.utf8), "many.csv")
    let all = Atomic(0)
    let files = CSVFiles(labelled: path, test: nil)
    _ = try files.read(threads: 2, isCancelled: { all.add(1, ordering: .relaxed).newValue < 0 })
    let reads = all.load(ordering: .relaxed)
    // Twice over eight megabytes, once to count and once to parse.
    #expect(reads >= 16)
    for most in [0, 5, reads - 1] {
      let asked = Atomic(0)
      let error = #expect(throws: DatasetError.self) {
        try files.read(
          threads: 2, isCancelled: { asked.add(1, ordering: .relaxed).oldValue >= most })
      }
      #expect(error?.problem == .cancelled)
    }
  }
}
