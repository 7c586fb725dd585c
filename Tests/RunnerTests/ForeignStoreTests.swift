import Digest
import Files
import Foundation
import Plan
import Results
import Runner
import Testing

/// A store may come from elsewhere: what an entry's digest fits may still hold any number.
@Suite struct ForeignStoreTests {
  private static let text = """
    ```load
    mnist: data/mnist
    labelled: 3000
    ```

    ```split
    dev: 500
    ```

    ```train
    layers: [4 relu, 10 softmax]
    batch: 500
    epochs: 1
    ```

    ```evaluate dev
    on: dev
    ```

    ```source shown
    file: ../Tests/RunnerTests/Fixtures/shown.swift
    symbol: doubled
    ```
    """

  /// Numbers that entries of these steps hold: of examples, classes, pixels and updates.
  private static let known: Set<Int64> = [5, 10, 28, 500, 784, 1000, 2500, 3000]
  /// Numbers of each entry that are changed.
  private static let most = 8

  @Test(
    "A number that no run can have come to is not taken",
    arguments: ["load", "split", "train", "training", "evaluate"])
  func impossibleNumbers(kind: String) async throws {
    let plan = try plan(Self.text)
    let (honest, store) = (TemporaryStore(), TemporaryStore())
    let expected = await runner(honest.store).run(plan).results
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: honest.path).first {
        $0.hasPrefix(kind + "-") && $0.hasSuffix(".entry")
      })
    let bytes = Array(try Data(contentsOf: URL(filePath: honest.path + "/" + name)))
    let places = Self.places(in: bytes)
    #expect(!places.isEmpty)
    for place in places {
      // Alone, so that the steps behind it are computed from it.
      try AtomicFile.write(store.path + "/" + name, Self.forged(bytes, at: place))
      let run = await runner(store.store).run(plan)
      #expect(run.results == expected, "\(kind), byte \(place)")
      try FileManager.default.removeItem(atPath: store.path)
    }
  }

  @Test("A listing does not begin at a line that no file has")
  func impossibleLine() async throws {
    let plan = try plan(Self.text)
    let store = TemporaryStore()
    let expected = await runner(store.store).run(plan).results
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: store.path).first {
        $0.hasPrefix("source-")
      })
    let path = store.path + "/" + name
    let bytes = Array(try Data(contentsOf: URL(filePath: path)))
    let text = Array("\"firstLine\":".utf8)
    let place = try #require(bytes.firstRange(of: text)).upperBound
    let digits = bytes[place...].prefix { (0x30...0x39).contains($0) }
    // As many digits as before, so that no length changes: the largest begin elsewhere.
    #expect(!digits.isEmpty)
    var forged = bytes.dropLast(64).map { $0 }
    forged.replaceSubrange(
      place..<place + digits.count, with: Array(repeating: 0x30, count: digits.count))
    try AtomicFile.write(path, forged + SHA256.hex(of: forged).utf8)
    #expect(await runner(store.store).run(plan).results == expected)
  }

  /// Where numbers of the steps stand, as 64 bits, the smallest byte first.
  private static func places(in bytes: [UInt8]) -> [Int] {
    var places: [Int] = []
    for place in 0..<max(0, bytes.count - 64 - 8) where places.count < most {
      let number = bytes[place..<place + 8].reversed().reduce(0) { $0 << 8 | Int64($1) }
      if known.contains(number), (places.last ?? -8) + 8 <= place { places.append(place) }
    }
    return places
  }

  /// The entry with the largest number at a place, and the digest that it then has.
  private static func forged(_ bytes: [UInt8], at place: Int) -> [UInt8] {
    var body = Array(bytes.dropLast(64))
    body.replaceSubrange(place..<place + 8, with: Array(repeating: 0xFF, count: 7) + [0x7F])
    return body + SHA256.hex(of: body).utf8
  }
}
