import CWork
import Exchange
import Testing

/// Files of networks take memory in proportion to their size.
@Suite(.serialized, .enabled(if: work_counts_bytes())) struct ModelFileTests {
  /// A file of dense layers of 256 units whose first tensors begin at `start`, each where `next` says
  /// by where the last ended.
  private static func file(
    layers count: Int, start: Int = 0, numbers: Int, next: (_ end: Int) -> Int
  ) -> [UInt8] {
    let layers = [String](repeating: "256 relu", count: count) + ["2 softmax"]
    let words = """
      {"daybook.format":"1","daybook.input":"1x16x16","daybook.scale":"1","daybook.levels":"255",\
      "daybook.layers":"[\(layers.map { "\\\"\($0)\\\"" }.joined(separator: ","))]"}
      """
    var (entries, place) = (["\"__metadata__\":\(words)"], start)
    for (index, units) in ([Int](repeating: 256, count: count) + [2]).enumerated() {
      for (name, shape) in [("weights", [units, 256]), ("biases", [units])] {
        let end = place + 4 * shape.reduce(1, *)
        let sizes = shape.map(String.init).joined(separator: ",")
        entries.append(
          """
          "layer-\(index + 1).\(name)":\
          {"dtype":"F32","shape":[\(sizes)],"data_offsets":[\(place),\(end)]}
          """)
        place = next(end)
      }
    }
    let header = Array("{\(entries.joined(separator: ","))}".utf8)
    let size = (0..<8).map { UInt8(truncatingIfNeeded: header.count >> (8 * $0)) }
    return size + header + [UInt8](repeating: 0, count: numbers)
  }

  /// The bytes of the numbers of one layer of 256 units and the last one.
  private static let numbers = 4 * (256 * 256 + 256 + 2 * 256 + 2)

  @Test("Tensors that share their numbers are refused before any is taken")
  func sharedTensors() throws {
    let bytes = Self.file(layers: 200, numbers: Self.numbers) { _ in 0 }
    let (result, work) = Work.counted { _ = try SafeTensorsFile.model(bytes) }
    #expect(throws: ModelFileError.unevenTensors) { try result.get() }
    #expect(work.bytes < 16 << 20, "\(work.bytes) for \(bytes.count)")
  }

  @Test("Tensors stand side by side: nothing is between them, before them or behind them")
  func gaps() throws {
    func model(start: Int = 0, numbers: Int, gap: Int = 0) throws -> TrainedModel {
      try SafeTensorsFile.model(
        Self.file(layers: 1, start: start, numbers: numbers) { $0 + gap })
    }
    #expect(try model(numbers: Self.numbers).tensors.count == 4)
    #expect(throws: ModelFileError.unevenTensors) { try model(numbers: Self.numbers + 4) }
    #expect(throws: ModelFileError.unevenTensors) {
      try model(start: 4, numbers: Self.numbers + 4)
    }
    #expect(throws: ModelFileError.unevenTensors) {
      try model(numbers: Self.numbers + 3 * 4, gap: 4)
    }
    #expect(throws: ModelFileError.wrongTensor("layer-2.biases")) {
      try model(numbers: Self.numbers - 4)
    }
  }
}
