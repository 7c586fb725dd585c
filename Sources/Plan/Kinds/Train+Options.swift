import Architecture
import Learning
import Results

extension Train {
  static let on = OptionDeclaration<String>(
    "on", .setName, .defaulted(ExampleSetName.training.name), "the examples to learn from")
  static let layerList = OptionDeclaration<[LayerSpec]>(
    "layers", .list(of: .layer), .required,
    "each layer from the first on; the last is the output, and all but dense layers of relu need batch"
  )
  static let batchSize = OptionDeclaration<Int>(
    "batch", .wholeNumber(1...65_536), .optional,
    "how many examples an update learns from; all of them where left out")
  package static let epochCount = OptionDeclaration<Int>(
    "epochs", .wholeNumber(1...1_000_000), .optional,
    "how often to go through all examples, with batch: beside it, epochs or iterations are needed")
  static let weights = OptionDeclaration<InitialWeights>(
    "initial-weights", .initialWeights, .defaulted(.uniform(low: -0.5, high: 0.5)),
    "how initial weights and biases are drawn; he by default with batch")
  static let batchedWeights = OptionDeclaration<InitialWeights>(
    weights.key, weights.type, .defaulted(.he), weights.summary)
  static let ownSeed = OptionDeclaration<Int>(
    "seed", .wholeNumber(0...Int(UInt32.max)), .optional,
    "what the random draws begin with; where left out they follow those of the examples' step")
  package static let iterationCount = OptionDeclaration<Int>(
    "iterations", .wholeNumber(1...1_000_000), .defaulted(500), "how many updates to make")
  static let interval = OptionDeclaration<Int>(
    "report-every", .wholeNumber(1...1_000_000), .defaulted(10),
    "iterations between two entries of the history; an epoch by default with batch")
  static let validationSet = OptionDeclaration<String>(
    "validation", .setName, .optional,
    "labelled examples to read at every report as well, without learning from them; such as dev")

  /// Layers of which the last, and only the last, is a softmax.
  static func layers(_ decoder: inout OptionDecoder, isBatched: Bool) -> [LayerSpec]? {
    guard let layers = decoder.value(layerList) else { return nil }
    let before = decoder.diagnostics.count
    let last = layers.count - 1
    do throws(ArchitectureError) {
      try Architecture.checkOutput(of: layers)
    } catch .softmaxWithin {
      for (index, layer) in layers.dropLast().enumerated() where layer.activation == .softmax {
        decoder.diagnose(
          "only the last layer may be a softmax", at: layerList.key, item: index,
          help: "write 'relu' for the others")
      }
    } catch {
      decoder.diagnose(
        "the last layer must be a softmax", at: layerList.key, item: last,
        help: decoder.isVariedAsWord(layerList.key)
          ? "each value of a sweep is all layers of a network: write a list of lists, "
            + "[[10 relu, 10 softmax], [10 softmax]]"
          : "it gives the probability of each class: end with '10 softmax'")
    }
    if !isBatched, let index = layers.firstIndex(where: { !$0.isClassic }) {
      decoder.diagnose(
        "the layer '\(layers[index].text)' is trained in batches", at: layerList.key, item: index,
        help: "write 'batch: 128' and 'epochs: 10' too")
    } else if decoder.diagnostics.count == before, layers[last].units == nil {
      decoder.diagnose(
        "the last layer must see every input", at: layerList.key, item: last,
        help: "end with '10 softmax'")
    }
    return decoder.diagnostics.count == before ? layers : nil
  }

  /// Warns of what would first happen after the end.
  func warnOfWhatIsBeyondTheEnd(_ decoder: inout OptionDecoder) {
    let (count, unit) =
      switch length {
      case .epochs(let epochs): (epochs, "epochs")
      case .iterations(let iterations): (iterations, "iterations")
      }
    if learningRate.warmUp > count {
      decoder.warn(
        "a warm-up of \(learningRate.warmUp) \(unit) in a training of \(count), which never has its "
          + "full rate", at: Self.warmUp.key, help: "write \(count) or less")
    }
    if case .iterations = length, decoder.written(Self.interval.key) != nil,
      let interval = historyInterval, interval > count
    {
      decoder.warn(
        "reports every \(interval) iterations of a training of \(count)",
        at: Self.interval.key, help: "write \(count) or less")
    }
  }

  /// Iterations without batches; with them one of epochs and iterations.
  static func length(_ decoder: inout OptionDecoder, isBatched: Bool) -> Length? {
    let countsEpochs = decoder.isWritten(epochCount)
    guard isBatched else {
      guard !countsEpochs else {
        decoder.diagnose(
          "epochs are counted where training goes batch by batch", at: epochCount.key,
          help: "write 'batch: 128' too, or 'iterations' instead")
        return nil
      }
      return decoder.value(iterationCount).map(Length.iterations)
    }
    switch (countsEpochs, decoder.isWritten(iterationCount)) {
    case (true, false): return decoder.optional(epochCount).map(Length.epochs)
    case (false, true): return decoder.optional(iterationCount).map(Length.iterations)
    case (true, true):
      decoder.diagnose(
        "both epochs and iterations say how long to train", at: epochCount.key,
        help: "leave one of them out")
    case (false, false):
      decoder.diagnose(
        missing: [epochCount.key, iterationCount.key],
        "train with batch needs the option 'epochs' or 'iterations'", at: batchSize.key,
        help: "write 'epochs: 10'")
    }
    return nil
  }
}

extension Train {
  /// How many updates the training makes of so many examples.
  package func updates(examples: Int) -> Int {
    switch length {
    case .iterations(let count): count
    case .epochs(let count): count * updatesPerEpoch(examples: examples)
    }
  }

  /// How many updates go once through so many examples.
  package func updatesPerEpoch(examples: Int) -> Int {
    batch.map { max(1, (examples + $0 - 1) / $0) } ?? 1
  }
}
