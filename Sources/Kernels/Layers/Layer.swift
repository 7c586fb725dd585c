/// One layer in the passes of a batch: forward, and backward with the gradient.
///
/// Sixteen examples stand side by side in each vector, so what goes in and comes out of a pass are
/// the numbers of a shape, channel by channel, row by row, each for sixteen examples. Weights and
/// gradients are those of `LayerSpec.parameters(of:)`, one tensor after the other.
///
/// Products and sums are rounded apart, and every sum has an order of its own that does not depend
/// on the registers: so the bits are the same on every processor.
protocol Layer: Sendable {
  /// How many vectors a pass needs to work in.
  var workspaceCount: Int { get }

  /// y from x, for sixteen examples.
  func forward(_ pass: ForwardPass)

  /// Adds to the gradient, and gives the slope by x where it is wanted, for sixteen examples.
  func backward(_ pass: BackwardPass)

  /// The same for several groups of sixteen examples with the same weights, to the same bits as one
  /// group after the other.
  func forward(_ groups: [ForwardPass])

  func backward(_ groups: [BackwardPass])
}

extension Layer {
  func forward(_ groups: [ForwardPass]) { for pass in groups { forward(pass) } }

  func backward(_ groups: [BackwardPass]) { for pass in groups { backward(pass) } }
}

/// What a layer works on forward.
struct ForwardPass {
  let x: UnsafePointer<Lanes>
  let y: UnsafeMutablePointer<Lanes>
  let weights: UnsafePointer<Float>
  let workspace: UnsafeMutablePointer<Lanes>
  /// What is drawn while a network is trained; `nil` for one that is.
  let draw: ExampleDraw?
  /// What the batch is like, for a layer that looks at all of it while it is trained.
  let moments: BatchMoments?
}

/// What a layer works on backward: dx is the slope of the loss by x.
struct BackwardPass {
  let x: UnsafePointer<Lanes>
  let y: UnsafePointer<Lanes>
  /// The slope by y, which the layer may overwrite.
  let dy: UnsafeMutablePointer<Lanes>
  /// Where the slope by x goes; `nil` for the first layer.
  let dx: UnsafeMutablePointer<Lanes>?
  let weights: UnsafePointer<Float>
  let gradient: UnsafeMutablePointer<Float>
  let workspace: UnsafeMutablePointer<Lanes>
  /// What was drawn forward.
  let draw: ExampleDraw?
  /// What the batch is like.
  let moments: BatchMoments?
}
