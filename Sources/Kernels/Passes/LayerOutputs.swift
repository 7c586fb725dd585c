import Architecture
import Network

extension Model {
  /// What each layer makes of an image, once the network is trained: channel by channel, row by row.
  ///
  /// - Parameter index: the image's place among the images.
  func outputs(of images: ImageRows, at index: Int) throws(TrainingError) -> [[Float]] {
    try architecture.expect(images)
    guard (0..<images.count).contains(index) else { throw .noExamples }
    let plan = NetworkPlan(architecture)
    let network = Propagation(plan)
    let example = Batch(images: images, labels: [], examples: [Int32(index)])
    example.fill(0, into: network.input)
    let weights = parameters.buffer
    plan.forward([network], weights.numbers)
    return architecture.layers.indices.map { layer in
      let lanes = network.input(ofPass: plan.ends[layer])
      return (0..<architecture.shapes[layer + 1].count).map { lanes[$0][0] }
    }
  }
}
