import CWork
import CZlib
import Datasets
import Foundation
import Testing

/// Data take the memory that their images need, whatever a header says or how small the file is.
///
/// Counted on one thread, which does the work of all.
@Suite(.serialized, .enabled(if: work_counts_bytes())) struct DataMemoryTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "daybook-memory-\(UUID().uuidString)").path()

  /// Images of one grey level, 28 pixels wide and high, and their labels.
  private func writeImages(_ count: UInt32, _ part: String) throws {
    func words(_ words: UInt32...) -> [UInt8] {
      words.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) } }
    }
    let files = [
      ("\(part)-images-idx3-ubyte.gz", words(2051, count, 28, 28), Int(count) * 784),
      ("\(part)-labels-idx1-ubyte.gz", words(2049, count), Int(count)),
    ]
    for (name, header, size) in files {
      let file = try #require(gzopen(folder + "/" + name, "wb"))
      let bytes = header + [UInt8](repeating: 0, count: size)
      #expect(gzwrite(file, bytes, UInt32(bytes.count)) == bytes.count)
      #expect(gzclose(file) == Z_OK)
    }
  }

  @Test("A small gzip of many images takes what the images take, once")
  func gzip() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let count = 80_000
    try writeImages(UInt32(count), "train")
    try writeImages(1, "t10k")
    let (result, work) = Work.counted { try IDXFiles(folder: folder).read() }
    #expect(try result.get().count == count + 1)
    #expect(work.bytes < (count + 1) * 784 + (4 << 20), "\(work.bytes)")
  }

  @Test("Looking at a small gzip of one huge image takes what is looked at")
  func hugeImage() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try writeImages(1, "t10k")
    try writeImages(1, "train")
    let file = try #require(gzopen(folder + "/train-images-idx3-ubyte.gz", "wb"))
    // A side of 8192: 64 MB, of which a gzip has 64 KB.
    let header: [UInt8] = [0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0x20, 0, 0, 0, 0x20, 0]
    let bytes = header + [UInt8](repeating: 0, count: 1 << 26)
    #expect(gzwrite(file, bytes, UInt32(bytes.count)) == bytes.count)
    #expect(gzclose(file) == Z_OK)
    let (result, work) = Work.counted { _ = try IDXFiles(folder: folder).outline() }
    #expect(throws: DatasetError.self) { try result.get() }
    #expect(work.bytes < 4 << 20, "\(work.bytes)")
  }

  @Test("A level takes one byte of memory, once", arguments: LargeData.allCases)
  func once(_ data: LargeData) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let files = try data.files(in: folder)
    let (result, work) = Work.counted {
      try files.read(threads: 2, memory: .max, isCancelled: { false })
    }
    let levels = try result.get().pixels.count
    #expect(levels == LargeData.levels && levels > 4 * Int(WORK_LARGE))
    #expect(work.largeBytes < levels + (1 << 20), "\(work.largeBytes)")
  }

  @Test("A wide header and blank lines take memory in proportion to the file")
  func blankLines() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let header = "label," + (0..<65_025).map { "pixel\($0)" }.joined(separator: ",")
    let text = header + String(repeating: "\n", count: 400_000) + "1\n"
    let path = folder + "/wide.csv"
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    let (result, work) = Work.counted {
      _ = try CSVFiles(labelled: path, test: nil).read(threads: 1)
    }
    let error = try #require(throws: DatasetError.self) { try result.get() }
    #expect(error.problem == .blankLine)
    // Most of it are the names of the header, which are compared as text.
    #expect(work.bytes < 64 * text.utf8.count, "\(work.bytes)")
  }
}
