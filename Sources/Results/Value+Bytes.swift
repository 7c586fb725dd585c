package import Bytes

// Values as bytes, for whoever keeps thousands of them: decoding them from JSON took an eighth of a run
// with nothing changed.
//
// A value is a byte that says which kind it is, then what it holds; counts come before what they
// count. Two equal values have equal bytes.

extension ByteWriter {
  package mutating func write(_ fields: [Field]) {
    write(UInt64(fields.count))
    for field in fields {
      write(field.name)
      write(field.value)
    }
  }

  package mutating func write(_ values: [Value]) {
    write(UInt64(values.count))
    for value in values { write(value) }
  }

  package mutating func write(_ value: Value) {
    write(ValueTag(value).rawValue)
    switch value {
    case .boolean(let flag): write(UInt8(flag ? 1 : 0))
    case .integer(let integer): write(Int64(integer))
    case .number(let number): write(number)
    case .text(let text), .unknown(let text): write(text)
    case .proportion(let proportion):
      write(Int64(proportion.count))
      write(Int64(proportion.total))
    case .confusion(let matrix): write(matrix)
    case .list(let values): write(values)
    case .record(let fields): write(fields)
    }
  }

  private mutating func write(_ matrix: ConfusionMatrix) {
    write(UInt64(matrix.counts.count))
    for count in matrix.counts.joined() { write(Int64(count)) }
    write(UInt8(matrix.names == nil ? 0 : 1))
    for name in matrix.names ?? [] { write(name) }
  }
}

extension ByteReader {
  /// Fields; `nil` where the bytes hold none.
  package mutating func readFields() -> [Field]? { readFields(within: 0) }

  /// Values; `nil` where the bytes hold none.
  package mutating func readValues() -> [Value]? { readValues(within: 0) }

  /// Lists and records within one another, far above any that a step yields.
  private static let mostLevels = 64

  private mutating func readFields(within levels: Int) -> [Field]? {
    guard let count = readCount() else { return nil }
    var fields: [Field] = []
    for _ in 0..<count {
      guard let name = readText(), let value = readValue(within: levels) else { return nil }
      fields.append(Field(name, value))
    }
    return fields
  }

  private mutating func readValues(within levels: Int) -> [Value]? {
    guard let count = readCount() else { return nil }
    var values: [Value] = []
    for _ in 0..<count {
      guard let value = readValue(within: levels) else { return nil }
      values.append(value)
    }
    return values
  }

  private mutating func readValue(within levels: Int) -> Value? {
    guard levels < Self.mostLevels, let tag = read(UInt8.self).flatMap(ValueTag.init) else {
      return nil
    }
    switch tag {
    case .boolean: return read(UInt8.self).flatMap { $0 < 2 ? .boolean($0 == 1) : nil }
    case .integer: return readInteger().map(Value.integer)
    case .number: return readDouble().map(Value.number)
    case .text: return readText().map(Value.text)
    case .unknown: return readText().map(Value.unknown(because:))
    case .proportion:
      guard let count = readInteger(), let total = readInteger() else { return nil }
      return Proportion(count: count, of: total).map(Value.proportion)
    case .confusion: return readConfusion().map(Value.confusion)
    case .list: return readValues(within: levels + 1).map(Value.list)
    case .record: return readFields(within: levels + 1).map(Value.record)
    }
  }

  private mutating func readInteger() -> Int? { read(Int64.self).flatMap { Int(exactly: $0) } }

  private mutating func readConfusion() -> ConfusionMatrix? {
    guard let side = readCount() else { return nil }
    var counts: [[Int]] = []
    for _ in 0..<side {
      var row: [Int] = []
      for _ in 0..<side {
        guard let count = readInteger() else { return nil }
        row.append(count)
      }
      counts.append(row)
    }
    guard let hasNames = read(UInt8.self), hasNames < 2 else { return nil }
    guard hasNames == 1 else { return ConfusionMatrix(counts: counts) }
    var names: [String] = []
    for _ in 0..<side {
      guard let name = readText() else { return nil }
      names.append(name)
    }
    return ConfusionMatrix(counts: counts, names: names)
  }
}

/// Which kind of value follows.
private enum ValueTag: UInt8 {
  case boolean, integer, number, text, proportion, confusion, list, record, unknown

  init(_ value: Value) {
    self =
      switch value {
      case .boolean: .boolean
      case .integer: .integer
      case .number: .number
      case .text: .text
      case .proportion: .proportion
      case .confusion: .confusion
      case .list: .list
      case .record: .record
      case .unknown: .unknown
      }
  }
}
