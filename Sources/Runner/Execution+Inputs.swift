import Cache
import Datasets
import Network
import Plan
import Random
import Results

/// What a network reads in some examples.
struct Readings {
  /// The class read in each example.
  let predicted: [Int]
  /// The network's probability of that class, in 0...1.
  let probability: [Double]
}

extension Execution {
  /// The result of an earlier step.
  func result(at index: Int) throws -> StepResult {
    guard case .done(let result) = outcomes[index] else {
      throw StepFailure("step '\(plan.steps[index].name)' has no result")
    }
    return result
  }

  /// The images of a load step, read again where only its result was stored.
  mutating func loaded(_ index: Int) async throws -> LoadedExamples {
    if let loaded = memory.loaded[index] { return loaded }
    guard case .load(let load) = plan.steps[index].operation else {
      throw StepFailure("step '\(plan.steps[index].name)' loads no examples")
    }
    let loaded = try await read(load)
    try schedule.expectUnchanged(plan.steps[index], context)
    memory.loaded[index] = loaded
    return loaded
  }

  /// The rows of a split step, drawn again where only its result was stored.
  mutating func rows(_ index: Int) throws -> SplitRows {
    if let rows = memory.splits[index] { return rows }
    guard case .split(let split) = plan.steps[index].operation else {
      throw StepFailure("step '\(plan.steps[index].name)' splits no examples")
    }
    let rows = try draw(split)
    memory.splits[index] = rows
    return rows
  }

  /// A set of examples of an earlier step.
  mutating func exampleSet(_ reference: SetReference) async throws -> ExampleSet {
    switch reference.set {
    case .labelled:
      let loaded = try await loaded(reference.step)
      return ExampleSet(loaded.examples, rows: 0..<loaded.labelled)
    case .test:
      let loaded = try await loaded(reference.step)
      return ExampleSet(loaded.examples, rows: loaded.labelled..<loaded.examples.count)
    case .training, .dev:
      guard case .split(let split) = plan.steps[reference.step].operation else {
        throw StepFailure("step '\(plan.steps[reference.step].name)' splits no examples")
      }
      let rows = try rows(reference.step)
      let loaded = try await loaded(split.examples)
      return ExampleSet(
        loaded.examples, rows: reference.set == .training ? rows.training : rows.dev)
    }
  }

  /// What grey levels of a set are multiplied with.
  mutating func scale(of reference: SetReference) throws -> Double {
    switch reference.set {
    case .training, .dev: try rows(reference.step).scale
    case .labelled, .test: 1.0 / 255
    }
  }

  /// The trained network of a train step, from memory or from the store.
  mutating func network(of index: Int) async throws -> TrainedNetwork {
    if let network = memory.networks[index] { return network }
    guard case .train(let train) = plan.steps[index].operation else {
      throw StepFailure("step '\(plan.steps[index].name)' trains no network")
    }
    let scale = try scale(of: train.examples)
    if let model = trainingStore(plan.steps[index])?.end(after: train.iterations)?.model {
      let network = TrainedNetwork(model: model, scale: scale)
      memory.networks[index] = network
      return network
    }
    // The step's values were stored and its network was not, or was damaged: train again.
    _ = try await self.train(train, plan.steps[index])
    guard let network = memory.networks[index] else {
      throw StepFailure("step '\(plan.steps[index].name)' trains no network")
    }
    return network
  }

  /// What a network reads in some examples.
  mutating func readings(of set: ExampleSet, by model: Int) async throws -> Readings {
    let network = try await network(of: model)
    let predictions = try await predictions(of: set, by: network)
    return Readings(
      predicted: predictions.classes, probability: predictions.winningProbabilities)
  }

  /// The probabilities that a network gives the classes of some examples.
  func predictions(of set: ExampleSet, by network: TrainedNetwork) async throws -> Predictions {
    do {
      let images = try ImageRows(set, scale: network.scale)
      return try await network.model.predict(images, threads: context.threads)
    } catch {
      throw StepFailure("\(error)")
    }
  }

  /// The size of the images that a train step learned from.
  mutating func imageSize(of index: Int) async throws -> (width: Int, height: Int) {
    guard case .train(let train) = plan.steps[index].operation,
      let load = loadStep(of: train.examples)
    else { throw StepFailure("step '\(plan.steps[index].name)' trains no network") }
    let result = try result(at: load)
    guard case .integer(let width)? = result["width"], case .integer(let height)? = result["height"]
    else { throw StepFailure("step '\(plan.steps[load].name)' has no image size") }
    return (width, height)
  }

  /// The load step that a set comes from.
  func loadStep(of reference: SetReference) -> Int? {
    switch plan.steps[reference.step].operation {
    case .load: reference.step
    case .split(let split): split.examples
    default: nil
    }
  }
}

extension ImageRows {
  /// The images of a set.
  init(_ set: ExampleSet, scale: Double) throws(ImageRowsError) {
    try self.init(
      pixels: set.examples.pixels, imageSize: set.examples.imageSize, rows: set.rows, scale: scale)
  }
}
