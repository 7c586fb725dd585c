extension TrainingState {
  /// "DBTS" and the version of the format.
  private static let magic: UInt64 = 0x0000_0002_5354_4244

  /// The state as bytes: all of it, to the bit.
  ///
  /// Little-endian 64-bit words: the magic number, inputs, layers (units and activation each),
  /// updates made, weights and biases of each layer, and the history (its length, then iteration,
  /// correct examples, loss and, plus one or zero for none, correct validation examples of each
  /// report).
  package var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(Self.magic)
    writer.write(UInt64(architecture.inputs))
    writer.write(UInt64(architecture.layers.count))
    for layer in architecture.layers {
      writer.write(UInt64(layer.units))
      writer.write(UInt64(layer.activation.rawValue))
    }
    writer.write(UInt64(iteration))
    for layer in layers {
      for number in layer.weights { writer.write(number) }
      for number in layer.biases { writer.write(number) }
    }
    writer.write(UInt64(history.count))
    for report in history {
      writer.write(UInt64(report.iteration))
      writer.write(UInt64(report.correct))
      writer.write(report.loss)
      writer.write(UInt64((report.validated ?? -1) + 1))
    }
    return writer.bytes
  }

  /// The state that `bytes` wrote; `nil` where they are not one.
  package init?(bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    guard reader.read(UInt64.self) == Self.magic,
      let architecture = Self.architecture(&reader), let iteration = reader.readCount(),
      let layers = Self.layers(&reader, architecture), let history = Self.history(&reader),
      reader.isAtEnd
    else { return nil }
    self.init(
      architecture: architecture, iteration: iteration, layers: layers, history: history)
  }

  private static func architecture(_ reader: inout ByteReader) -> Architecture? {
    guard let inputs = reader.readCount(), inputs <= 65_536, let count = reader.readCount(),
      count <= 1000
    else { return nil }
    var layers: [Layer] = []
    for _ in 0..<count {
      guard let units = reader.readCount(),
        let code = reader.read(UInt64.self).flatMap({ UInt8(exactly: $0) }),
        let activation = Layer.Activation(rawValue: code)
      else { return nil }
      layers.append(Layer(units: units, activation: activation))
    }
    return Architecture(inputs: inputs, layers: layers)
  }

  private static func layers(_ reader: inout ByteReader, _ architecture: Architecture)
    -> [Parameters]?
  {
    var layers: [Parameters] = []
    for (inputs, layer) in zip(architecture.inputWidths, architecture.layers) {
      guard let weights = reader.readDoubles(inputs * layer.units),
        let biases = reader.readDoubles(layer.units)
      else { return nil }
      layers.append(Parameters(weights: weights, biases: biases))
    }
    return layers
  }

  private static func history(_ reader: inout ByteReader) -> [Report]? {
    guard let count = reader.readCount() else { return nil }
    var history: [Report] = []
    for _ in 0..<count {
      guard let iteration = reader.readCount(), let correct = reader.readCount(),
        let loss = reader.readDouble(), let validated = reader.readCount()
      else { return nil }
      history.append(
        Report(
          iteration: iteration, correct: correct, loss: loss,
          validated: validated > 0 ? validated - 1 : nil))
    }
    return history
  }
}
