import Architecture

/// The passes of sixteen examples through a network, and the room that one thread needs for them.
struct Propagation {
  let plan: NetworkPlan
  /// What goes into each layer, and what comes out of the last one.
  private let activations: [LaneBuffer]
  /// The slopes on the way back: those by what comes out of a layer, and those by what goes in.
  private let slopes: [LaneBuffer]
  private let workspace: LaneBuffer

  init(_ plan: NetworkPlan) {
    self.plan = plan
    activations = plan.counts.map(LaneBuffer.init)
    slopes = (0..<2).map { _ in LaneBuffer(plan.counts.max() ?? 0) }
    workspace = LaneBuffer(plan.workspaceCount)
  }

  /// What goes into the first layer, to be filled.
  var input: UnsafeMutablePointer<Lanes> { activations[0].lanes }

  /// The probabilities of the classes.
  var output: UnsafeMutablePointer<Lanes> { activations[plan.layers.count].lanes }

  /// From the input to the probabilities.
  ///
  /// - Parameter draw: what is drawn while the network is trained; `nil` for one that is.
  func forward(_ weights: UnsafePointer<Float>, _ draw: ExampleDraw? = nil) {
    for (index, layer) in plan.layers.enumerated() {
      layer.forward(
        ForwardPass(
          x: activations[index].lanes, y: activations[index + 1].lanes,
          weights: weights + plan.parameterStarts[index], workspace: workspace.lanes, draw: draw))
    }
  }

  /// From the probabilities back, adding to the gradient of the sum of the losses of `count`
  /// examples.
  func backward(
    _ weights: UnsafePointer<Float>, _ draw: ExampleDraw?, count: Int,
    label: (_ lane: Int) -> Int, smoothing: Double, into gradient: UnsafeMutablePointer<Float>
  ) {
    var (dy, dx) = (slopes[0].lanes, slopes[1].lanes)
    setSlopes(dy, count: count, label: label, smoothing: smoothing)
    for index in plan.layers.indices.reversed() {
      let start = plan.parameterStarts[index]
      plan.layers[index].backward(
        BackwardPass(
          x: activations[index].lanes, y: activations[index + 1].lanes, dy: dy,
          dx: index > 0 ? dx : nil, weights: weights + start, gradient: gradient + start,
          workspace: workspace.lanes, draw: draw))
      swap(&dy, &dx)
    }
  }

  /// dz = a - y at the output, with y one at the label; zero for examples that are missing.
  ///
  /// Of y a share is spread over all classes alike: C. Szegedy, V. Vanhoucke, S. Ioffe, J. Shlens and
  /// Z. Wojna, "Rethinking the Inception architecture for computer vision", CVPR (2016).
  private func setSlopes(
    _ dz: UnsafeMutablePointer<Lanes>, count: Int, label: (_ lane: Int) -> Int, smoothing: Double
  ) {
    let spread = Float(smoothing / Double(plan.architecture.classes))
    let isMissing = Lanes.indices .>= Lanes(repeating: Float(count))
    for unit in 0..<plan.architecture.classes {
      dz[unit] = (output[unit] - spread).replacing(with: 0, where: isMissing)
    }
    for lane in 0..<count { dz[label(lane)][lane] -= Float(1 - smoothing) }
  }
}
