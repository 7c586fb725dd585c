import Architecture
import Datasets
import Network
import Plan
import Results

/// The network of a train step, made ready before the training begins: its layers fit one another,
/// and there is room for it.
struct NetworkOfTraining {
  let architecture: Architecture
  private let train: Train

  init(_ train: Train, of set: ScaledSet) throws {
    try self.init(train, of: set.form.shape, classes: set.classes)
  }

  /// - Parameter classes: Those of the examples; `nil` where they are not known yet.
  init(_ train: Train, of images: Shape, classes: ClassList?) throws {
    self.train = train
    do throws(ArchitectureError) {
      architecture = try Architecture(input: images, layers: train.layers)
    } catch {
      throw StepFailure(error, train.layers)
    }
    if let classes { try expectUnits(for: classes) }
  }

  /// Throws where the last layer has too few units for the classes, or others than were said.
  private func expectUnits(for classes: ClassList) throws {
    let units = architecture.classes
    guard units < classes.count || units > classes.count && classes.isDeclared else { return }
    throw StepFailure(
      "the last layer has \(units) units for \(classes.count) classes",
      help: "end with '\(classes.count) softmax'", option: "layers",
      item: train.layers.count - 1)
  }

  /// Throws where the training takes more memory than there is, before it takes any, and where the
  /// network does not fit into the pages that it is tried in.
  func expectRoom(_ set: ScaledSet, validation: Int, _ inputs: StepInputs) throws {
    try expectMemory(
      count: set.count, validation: validation, held: set.heldMemory, inputs.context)
    try expectRoomInPages(of: inputs.step.id, inputs.plan)
  }

  /// Throws where the training takes more memory than there is.
  ///
  /// - Parameter held: The bytes that the images take.
  func expectMemory(count: Int, validation: Int, held: Int, _ context: RunContext) throws {
    let (threads, kernels) = (context.threads, context.kernels)
    let needed =
      train.batch.map { batch in
        kernels.batchTrainingMemory(architecture, batch: min(batch, count), threads: threads)
      }
      ?? kernels.trainingMemory(
        architecture, examples: count, validation: validation, threads: threads)
    try context.expectMemory(
      needed, beside: held,
      for: "a training of \(grouped(architecture.parameterCount)) weights and biases "
        + "on \(grouped(count)) image\(count == 1 ? "" : "s")",
      help: train.batch == nil
        ? "write smaller or fewer layers, train in batches with 'batch'"
        : "write smaller or fewer layers or a smaller batch",
      option: "layers")
  }

  /// Throws where the network of a step does not fit into the pages that it is tried in.
  func expectRoomInPages(of id: StepID, _ plan: Plan) throws {
    let count = architecture.parameterCount
    for step in plan.steps {
      guard let page = step.declaration.pageNetwork, page.model == id,
        count > page.mostParameters
      else { continue }
      throw StepFailure(
        "\(grouped(count)) weights make the page of '\(step.id)' too large; "
          + "a page takes \(grouped(page.mostParameters))",
        help: "write fewer units or channels, or leave '\(step.id)' out", option: "layers")
    }
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
        help: layers.help(forMisfitAt: index), option: "layers", item: index)
    case .tooLarge(let index):
      self.init(
        "with layer \(index + 1), '\(layers[index].text)', the network is too large for any machine",
        help: "write smaller or fewer layers", option: "layers", item: index)
    case .input(let shape):
      self.init("no network takes images of \(shape) numbers", option: "layers")
    case .lastIsNoSoftmax, .softmaxWithin:
      self.init("these layers make no network", option: "layers")
    }
  }
}

extension [LayerSpec] {
  /// What to do about a layer, counted from 0, for which too little of an image is left.
  fileprivate func help(forMisfitAt index: Int) -> String {
    if self[..<index].contains(where: { $0.units != nil }) {
      return "it needs an image: write it before the layers of units"
    }
    let fewer = index > 0 ? "fewer layers before it" : nil
    guard case .conv(let conv) = self[index] else {
      return ["write a smaller window", fewer].compactMap(\.self).joined(separator: " or ")
        + ", or leave it out"
    }
    let keepsSize =
      conv.stride == 1 && [conv.kernel.height, conv.kernel.width].allSatisfy { $0 % 2 == 1 }
    return "write "
      + ["a smaller size", keepsSize ? "'pad same'" : nil, fewer].compactMap(\.self)
      .listed(with: "or")
  }
}
