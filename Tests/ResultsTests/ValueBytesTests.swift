import Bytes
import Results
import Testing

/// Values as bytes: what is written is read again, and nothing else is.
@Suite struct ValueBytesTests {
  private static let fields = [
    Field("flag", .boolean(true)), Field("count", .integer(.min)), Field("share", .number(-0.0)),
    Field("name", .text("zwölf\n")),
    Field("accuracy", Proportion(count: 9, of: 10).map(Value.proportion) ?? .integer(0)),
    Field(
      "confusion",
      .confusion(
        ConfusionMatrix(classes: 2, truth: [0, 1], predicted: [0, 0], names: ["cat", "dog"]))),
    Field("plain", .confusion(ConfusionMatrix(classes: 3, truth: [2], predicted: [1]))),
    Field("per-class", .list([.integer(1), .list([]), .record([Field("loss", .number(2.5))])])),
    Field("test", .unknown(because: "the test set has no labels")),
  ]

  private static var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(fields)
    return writer.bytes
  }

  @Test func readsWhatWasWritten() {
    var reader = ByteReader(Self.bytes)
    #expect(reader.readFields() == Self.fields)
    #expect(reader.isAtEnd)
  }

  @Test func keepsEveryBitOfNumbers() {
    for number in [0.1, -0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude] {
      var writer = ByteWriter()
      writer.write([Value.number(number)])
      var reader = ByteReader(writer.bytes)
      guard case .number(let found)? = reader.readValues()?.first else {
        Issue.record("no number")
        return
      }
      #expect(found.bitPattern == number.bitPattern)
    }
  }

  /// Whatever is cut off is missed.
  @Test func readsNothingOfAPart() {
    for end in 0..<Self.bytes.count {
      var reader = ByteReader(Self.bytes[..<end])
      #expect(reader.readFields() == nil, "of \(end) bytes")
    }
  }

  /// A count that promises more than there is takes no memory for it.
  @Test func believesNoCount() {
    var writer = ByteWriter()
    writer.write(UInt64(1) << 60)
    var reader = ByteReader(writer.bytes)
    #expect(reader.readFields() == nil)
    reader = ByteReader(writer.bytes)
    #expect(reader.readValues() == nil)
  }

  @Test func endsWhereListsNestTooDeep() {
    var value = Value.integer(1)
    for _ in 0..<1000 { value = .list([value]) }
    var writer = ByteWriter()
    writer.write([value])
    var reader = ByteReader(writer.bytes)
    #expect(reader.readValues() == nil)
  }

  @Test(arguments: [(1, 0), (3, 2), (-1, 2)]) func readsOnlyProportions(count: Int, total: Int) {
    expectNone(tag: 4, [count, total])
  }

  /// The second byte of a flag says nothing that is known; a matrix has no negative counts.
  @Test func readsOnlyWhatValuesCanBe() {
    expectNone(tag: 5, [1, -1, 0])
    expectNone(tag: 9, [1])
    var writer = ByteWriter()
    writer.write(UInt64(1))
    writer.write(bytes: [0, 2])
    var reader = ByteReader(writer.bytes)
    #expect(reader.readValues() == nil)
  }

  private func expectNone(tag: UInt8, _ numbers: [Int]) {
    var writer = ByteWriter()
    writer.write(UInt64(1))
    writer.write(tag)
    for number in numbers { writer.write(Int64(number)) }
    var reader = ByteReader(writer.bytes)
    #expect(reader.readValues() == nil)
  }
}
