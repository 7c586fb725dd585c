import Architecture
import Bytes

extension TrainingState {
  /// "DBTS" and the version of the format.
  private static let magic: UInt64 = 0x0000_0003_5354_4244

  /// The state as bytes: all of it, to the bit.
  ///
  /// Little-endian 64-bit words and texts (a length, then so many bytes of UTF-8): the magic number;
  /// channels, height and width of the images; the layers (their number, then the text of each);
  /// updates made; the numbers of each tensor; and the history (its length, then iteration, examples,
  /// correct ones, loss and, plus one or zero for none, correct validation examples of each entry).
  package var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(Self.magic)
    let input = architecture.input
    for side in [input.channels, input.height, input.width] { writer.write(UInt64(side)) }
    writer.write(UInt64(architecture.layers.count))
    for layer in architecture.layers { writer.write(layer.text) }
    writer.write(UInt64(iteration))
    for tensor in parameters.tensors {
      for number in tensor.numbers { writer.write(number) }
    }
    writer.write(UInt64(history.count))
    for entry in history {
      writer.write(UInt64(entry.iteration))
      writer.write(UInt64(entry.examples))
      writer.write(UInt64(entry.correct))
      writer.write(entry.loss)
      writer.write(UInt64((entry.validationCorrect ?? -1) + 1))
    }
    return writer.bytes
  }

  /// The state that `bytes` wrote; `nil` where they are not one.
  package init?(bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    guard reader.read(UInt64.self) == Self.magic,
      let architecture = Self.architecture(&reader), let iteration = reader.readCount(),
      let parameters = Self.parameters(&reader, architecture),
      let history = Self.history(&reader), reader.isAtEnd
    else { return nil }
    self.init(architecture, iteration: iteration, parameters, history: history)
  }

  private static func architecture(_ reader: inout ByteReader) -> Architecture? {
    guard let channels = reader.readCount(), let height = reader.readCount(),
      let width = reader.readCount(), let count = reader.readCount()
    else { return nil }
    var layers: [LayerSpec] = []
    while layers.count < count {
      guard let text = reader.readText(), let layer = try? LayerSpec(text) else { return nil }
      layers.append(layer)
    }
    let input = Shape(channels: channels, height: height, width: width)
    return try? Architecture(input: input, layers: layers)
  }

  private static func parameters(_ reader: inout ByteReader, _ architecture: Architecture)
    -> Parameters<Double>?
  {
    var numbers: [[Double]] = []
    for shape in architecture.layers.indices.flatMap(architecture.parameters(ofLayer:)) {
      guard let tensor = reader.readDoubles(shape.count) else { return nil }
      numbers.append(tensor)
    }
    return Parameters(architecture, numbers: numbers)
  }

  private static func history(_ reader: inout ByteReader) -> [HistoryEntry]? {
    guard let count = reader.readCount() else { return nil }
    var history: [HistoryEntry] = []
    while history.count < count {
      guard let iteration = reader.readCount(), let examples = reader.readCount(),
        let correct = reader.readCount(), let loss = reader.readDouble(),
        let validated = reader.readCount()
      else { return nil }
      history.append(
        HistoryEntry(
          iteration: iteration, examples: examples, correct: correct, loss: loss,
          validationCorrect: validated > 0 ? validated - 1 : nil))
    }
    return history
  }
}
