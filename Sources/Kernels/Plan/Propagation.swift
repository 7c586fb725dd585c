import Architecture

/// The passes of sixteen examples through a network, and the room that is needed for them.
struct Propagation {
  let plan: NetworkPlan
  /// What goes into each pass, and what comes out of the last one.
  private let activations: [LaneBuffer]
  /// The slopes on the way back: by turns those by what comes out of a pass, and by what goes in.
  private let slopes: [LaneBuffer]
  private let workspace: LaneBuffer

  init(_ plan: NetworkPlan) {
    self.plan = plan
    activations = plan.counts.map(LaneBuffer.init)
    slopes = (0..<2).map { _ in LaneBuffer(plan.counts.max() ?? 0) }
    workspace = LaneBuffer(plan.workspaceCount)
  }

  /// What goes into the first pass, to be filled.
  var input: UnsafeMutablePointer<Lanes> { activations[0].lanes }

  /// The probabilities of the classes.
  var output: UnsafeMutablePointer<Lanes> { activations[plan.layers.count].lanes }

  /// What goes into a pass.
  func input(ofPass index: Int) -> UnsafePointer<Lanes> { UnsafePointer(activations[index].lanes) }

  /// What a pass works on forward.
  ///
  /// - Parameter draw: what is drawn while the network is trained; `nil` for one that is.
  func forwardPass(
    _ index: Int, _ weights: UnsafePointer<Float>, _ draw: ExampleDraw?,
    _ moments: BatchMoments? = nil
  ) -> ForwardPass {
    ForwardPass(
      x: activations[index].lanes, y: activations[index + 1].lanes,
      weights: weights + plan.parameterStarts[index], workspace: workspace.lanes, draw: draw,
      moments: moments)
  }

  /// What a pass works on backward.
  func backwardPass(
    _ index: Int, _ weights: UnsafePointer<Float>, _ draw: ExampleDraw?,
    _ gradient: UnsafeMutablePointer<Float>, _ moments: BatchMoments? = nil
  ) -> BackwardPass {
    let start = plan.parameterStarts[index]
    return BackwardPass(
      x: activations[index].lanes, y: activations[index + 1].lanes, dy: slope(ofPass: index),
      dx: index > 0 ? slope(ofPass: index - 1) : nil, weights: weights + start,
      gradient: gradient + start, workspace: workspace.lanes, draw: draw, moments: moments)
  }

  /// The slope by what comes out of a pass.
  private func slope(ofPass index: Int) -> UnsafeMutablePointer<Lanes> {
    slopes[(plan.layers.count - 1 - index) % 2].lanes
  }

  /// dz = a - y at the output, with y one at the label; zero for examples that are missing.
  ///
  /// Of y a share is spread over all classes alike: C. Szegedy, V. Vanhoucke, S. Ioffe, J. Shlens and
  /// Z. Wojna, "Rethinking the Inception architecture for computer vision", CVPR (2016).
  func setSlopes(count: Int, label: (_ lane: Int) -> Int, smoothing: Double) {
    let dz = slope(ofPass: plan.layers.count - 1)
    let spread = Float(smoothing / Double(plan.architecture.classes))
    let isMissing = Lanes.indices .>= Lanes(repeating: Float(count))
    for unit in 0..<plan.architecture.classes {
      dz[unit] = (output[unit] - spread).replacing(with: 0, where: isMissing)
    }
    for lane in 0..<count { dz[label(lane)][lane] -= Float(1 - smoothing) }
  }
}

/// The passes of some groups of sixteen examples, side by side: one propagation for each.
extension NetworkPlan {
  /// From the inputs to the probabilities.
  ///
  /// - Parameter draws: what is drawn for each group while the network is trained; `nil` for one that
  ///   is.
  func forward(
    _ groups: ArraySlice<Propagation>, _ weights: UnsafePointer<Float>,
    _ draws: [ExampleDraw]? = nil
  ) {
    for index in layers.indices {
      layers[index].forward(
        groups.enumerated().map { $1.forwardPass(index, weights, draws?[$0]) })
    }
  }

  /// From the probabilities back, adding to the gradient of the sum of the losses.
  func backward(
    _ groups: ArraySlice<Propagation>, _ weights: UnsafePointer<Float>, _ draws: [ExampleDraw],
    into gradient: UnsafeMutablePointer<Float>
  ) {
    for index in layers.indices.reversed() {
      layers[index].backward(
        groups.enumerated().map { $1.backwardPass(index, weights, draws[$0], gradient) })
    }
  }
}
