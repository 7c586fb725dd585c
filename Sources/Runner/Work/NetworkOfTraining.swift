import Architecture
import Foundation
import Plan
import Results

/// The network of a train step, made ready before the training begins: its layers fit one another,
/// and there is room for it.
struct NetworkOfTraining {
  let architecture: Architecture
  private let train: Train
  private let examples: Int

  init(_ train: Train, of set: ScaledSet) throws {
    self.train = train
    examples = set.count
    let input = Shape(channels: 1, height: set.height, width: set.width)
    do throws(ArchitectureError) {
      architecture = try Architecture(input: input, layers: train.layers)
    } catch {
      throw StepFailure(error, train.layers)
    }
  }

  /// Throws where the network does not fit into memory, or into the pages that it is tried in.
  func expectRoom(_ inputs: StepInputs) throws {
    let needed = bytes(threads: inputs.context.threads)
    let memory = Double(ProcessInfo.processInfo.physicalMemory)
    guard needed <= memory else {
      throw StepFailure(
        "training takes \(gigabytes(needed)) of memory, and this machine has "
          + gigabytes(memory),
        help: train.batch == nil
          ? "write fewer units" : "write fewer units or channels, or a smaller batch",
        option: "layers")
    }
    let count = architecture.parameterCount
    for step in inputs.plan.steps {
      guard let page = step.declaration as? Try, page.model == inputs.step.id,
        count > Try.mostParameters
      else { continue }
      throw StepFailure(
        "\(grouped(count)) weights make the page of '\(step.id)' too large; "
          + "a page takes \(grouped(Try.mostParameters))",
        help: "write fewer units or channels, or leave '\(step.id)' out", option: "layers")
    }
  }

  /// Bytes that the training needs at least: weights, what is remembered of each, a gradient for
  /// each part of a batch, and what goes from layer to layer.
  private func bytes(threads: Int) -> Double {
    let parts = train.batch.map { (min($0, examples) + 63) / 64 } ?? 16
    let perNumber = train.batch == nil ? 24 + 4 * parts : 4 * (3 + parts)
    let numbers = architecture.shapes.reduce(0) { $0 + $1.count }
    let perThread = train.batch == nil ? 512 * 4 * 2 : 16 * 4 * 2
    return Double(architecture.parameterCount) * Double(perNumber)
      + Double(threads * perThread) * Double(numbers)
  }

  private func gigabytes(_ bytes: Double) -> String {
    "\(grouped(Int((bytes / 1e9).rounded(.up)))) GB"
  }
}

extension StepFailure {
  /// Layers that make no network, with the one that does not fit and both shapes.
  init(_ error: ArchitectureError, _ layers: [LayerSpec]) {
    switch error {
    case .misfit(let index, let misfit):
      self.init(
        "layer \(index + 1), '\(layers[index].text)', cannot make \(misfit.output) of "
          + "\(misfit.input)",
        help: "write a smaller size, 'pad same', or fewer layers before it", option: "layers")
    case .input(let shape):
      self.init("no network takes images of \(shape) numbers", option: "layers")
    case .lastIsNoSoftmax, .softmaxWithin:
      self.init("these layers make no network", option: "layers")
    }
  }
}
