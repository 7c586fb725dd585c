import Architecture
import Network
import Plan
import Results

/// What the work of a step has at hand: its place, earlier steps, and the means of the run.
struct StepInputs {
  let step: PlannedStep
  let plan: Plan
  let context: RunContext
  let ledger: Ledger
  /// The files that the step reads, with their digests.
  let files: [Provenance.InputFile]
  /// What is stored of work like this of any length; `nil` where nothing is kept.
  let trainings: TrainingStore?

  /// The seed of the random draws.
  var seed: UInt32 { plan.seed }

  /// The result of an earlier step.
  func result(of id: StepID) throws -> StepResult {
    guard let result = ledger.result(of: id) else {
      throw StepFailure("step '\(id)' has no result")
    }
    return result
  }

  /// A set of examples of an earlier step.
  func examples(_ reference: SetReference) async throws -> ScaledSet {
    guard let set = try await source(of: reference).set(reference.set) else {
      throw StepFailure("step '\(reference.step)' has no set '\(reference.set)'")
    }
    return set
  }

  /// The step's sets of examples, and the random draws that it leaves to later ones.
  func source(of reference: SetReference) async throws -> any ExampleSource {
    guard case .examples(let source) = try await ledger.handOver(of: reference.step) else {
      throw StepFailure("step '\(reference.step)' provides no examples")
    }
    return source
  }

  /// The network of an earlier step.
  func network(of id: StepID) async throws -> TrainedNetwork {
    guard case .network(let network) = try await ledger.handOver(of: id) else {
      throw StepFailure("step '\(id)' trains no network")
    }
    return network
  }

  /// What a network classifies the examples of a set as.
  func predictions(of set: ScaledSet, by network: TrainedNetwork) async throws -> Predictions {
    let architecture = network.model.architecture
    try network.expect(set)
    try context.expectMemory(
      context.kernels.predictionMemory(
        architecture, images: set.count, threads: context.threads),
      beside: set.heldMemory + architecture.parameterCount * MemoryLayout<Float>.size,
      for: "reading the \(set.name) set", help: "load fewer rows", option: nil)
    return try await predictions(of: set.images(scale: network.scale), by: network.model)
  }

  /// What a network classifies images as.
  func predictions(of images: ImageRows, by model: Model) async throws -> Predictions {
    do {
      return try await model.predict(
        images, context.kernels, threads: context.threads, isCancelled: context.isCancelled)
    } catch TrainingError.cancelled {
      throw Interruption()
    } catch {
      throw StepFailure("\(error)")
    }
  }

  /// Tells of something that is no reason to fail.
  func warn(_ text: String) {
    context.observe(.warned("warning: \(text)"))
  }
}
