import Architecture
import Bytes

extension TrainingState {
  /// "DBTS" and the version of the format.
  private static let magic: UInt64 = 0x0000_0004_5354_4244

  /// The state as bytes: all of it, to the bit.
  ///
  /// Little-endian 64-bit words and texts (a length, then so many bytes of UTF-8): the magic number;
  /// channels, height and width of the images; the layers (their number, then the text of each);
  /// updates made; the numbers of each tensor; and the history (its length, then iteration, examples,
  /// correct ones, loss and, plus one or zero for none, correct validation examples, and their loss, of each entry).
  package var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(Self.magic)
    writer.write(architecture)
    writer.write(UInt64(iteration))
    for tensor in parameters.tensors {
      for number in tensor.numbers { writer.write(number) }
    }
    writer.write(history)
    return writer.bytes
  }

  /// The state that `bytes` wrote; `nil` where they are not one.
  package init?(bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    guard reader.read(UInt64.self) == Self.magic, let architecture = reader.readArchitecture(),
      let iteration = reader.readTally(),
      let parameters = reader.readParameters(of: architecture, { $0.readDoubles($1) }),
      let history = reader.readHistory(), reader.isAtEnd
    else { return nil }
    self.init(architecture, iteration: iteration, parameters, history: history)
  }
}

extension BatchTrainingState {
  /// "DBTB" and the version of the format.
  private static let magic: UInt64 = 0x0000_0002_4254_4244

  /// The state as bytes: all of it, to the bit.
  ///
  /// As those of `TrainingState`, but with examples before the updates made, numbers in 32 bits,
  /// and after the tensors: how many numbers are remembered of each, tensors of those, the history,
  /// a history of one entry, of what has been seen since, and one or zero for whether there is a best
  /// state, with its updates, loss and tensors.
  package var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(Self.magic)
    writer.write(architecture)
    writer.write(UInt64(examples))
    writer.write(UInt64(iteration))
    for tensor in parameters.tensors { writer.write(tensor.numbers) }
    writer.write(UInt64(slots.count))
    for slot in slots {
      for tensor in slot.tensors { writer.write(tensor.numbers) }
    }
    writer.write(history)
    writer.write([latest])
    writer.write(UInt64(best == nil ? 0 : 1))
    if let best {
      writer.write(UInt64(best.iteration))
      writer.write(best.loss)
      for tensor in best.parameters.tensors { writer.write(tensor.numbers) }
    }
    return writer.bytes
  }

  /// The state that `bytes` wrote; `nil` where they are not one.
  package init?(bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    guard reader.read(UInt64.self) == Self.magic, let architecture = reader.readArchitecture(),
      let examples = reader.readTally(), let iteration = reader.readTally(),
      let parameters = reader.readParameters(of: architecture, { $0.readFloats($1) }),
      let slotCount = reader.readCount(), slotCount <= 2
    else { return nil }
    var slots: [Parameters<Float>] = []
    for _ in 0..<slotCount {
      guard let slot = reader.readParameters(of: architecture, { $0.readFloats($1) }) else {
        return nil
      }
      slots.append(slot)
    }
    guard let history = reader.readHistory(), let latest = reader.readHistory(),
      latest.count == 1, let hasBest = reader.readCount(), hasBest <= 1
    else { return nil }
    let best = hasBest == 1 ? reader.readBest(of: architecture) : nil
    guard reader.isAtEnd, hasBest == 0 || best != nil else { return nil }
    self.init(
      architecture, examples: examples, iteration: iteration, parameters, slots: slots,
      history: history, latest: latest[0], best: best)
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ architecture: Architecture) {
    let input = architecture.input
    for side in [input.channels, input.height, input.width] { write(UInt64(side)) }
    write(UInt64(architecture.layers.count))
    for layer in architecture.layers { write(layer.text) }
  }

  fileprivate mutating func write(_ history: [HistoryEntry]) {
    write(UInt64(history.count))
    for entry in history {
      write(UInt64(entry.iteration))
      write(UInt64(entry.examples))
      write(UInt64(entry.correct))
      write(entry.loss)
      write(UInt64((entry.validationCorrect ?? -1) + 1))
      write(entry.validationLoss ?? 0)
    }
  }
}

extension ByteReader {
  /// How many updates or examples there were; `nil` for more than any training comes to, of which
  /// sums would be no numbers.
  fileprivate mutating func readTally() -> Int? {
    readCount().flatMap { $0 <= 1 << 42 ? $0 : nil }
  }

  fileprivate mutating func readArchitecture() -> Architecture? {
    guard let channels = readCount(), let height = readCount(), let width = readCount(),
      let count = readCount()
    else { return nil }
    var layers: [LayerSpec] = []
    while layers.count < count {
      guard let text = readText(), let layer = try? LayerSpec(text) else { return nil }
      layers.append(layer)
    }
    let input = Shape(channels: channels, height: height, width: width)
    return try? Architecture(input: input, layers: layers)
  }

  fileprivate mutating func readParameters<Number>(
    of architecture: Architecture, _ read: (inout ByteReader, Int) -> [Number]?
  ) -> Parameters<Number>? {
    var numbers: [[Number]] = []
    for shape in architecture.layers.indices.flatMap(architecture.parameters(ofLayer:)) {
      guard let tensor = read(&self, shape.count) else { return nil }
      numbers.append(tensor)
    }
    return Parameters(architecture, numbers: numbers)
  }

  fileprivate mutating func readBest(of architecture: Architecture) -> BatchTrainingState.Best? {
    guard let iteration = readTally(), let loss = readDouble(),
      let parameters = readParameters(of: architecture, { $0.readFloats($1) })
    else { return nil }
    return BatchTrainingState.Best(iteration: iteration, loss: loss, parameters: parameters)
  }

  fileprivate mutating func readHistory() -> [HistoryEntry]? {
    guard let count = readCount() else { return nil }
    var history: [HistoryEntry] = []
    while history.count < count {
      guard let iteration = readTally(), let examples = readTally(), let correct = readTally(),
        let loss = readDouble(), let validated = readTally(), let validationLoss = readDouble()
      else { return nil }
      history.append(
        HistoryEntry(
          iteration: iteration, examples: examples, correct: correct, loss: loss,
          validationCorrect: validated > 0 ? validated - 1 : nil,
          validationLoss: validated > 0 ? validationLoss : nil))
    }
    return history
  }
}
