import Datasets
import Network
import Plan
import Random

/// What a step hands on that provides sets of examples.
protocol ExampleSource: Sendable {
  /// The set of a name; `nil` where it provides none.
  func set(_ name: ExampleSetName) -> ScaledSet?
  /// The generator as the step leaves it to those that draw next.
  func random(seed: UInt32) -> RandomState
}

/// A set of examples, and what grey levels are multiplied with before a network sees them.
struct ScaledSet: Sendable {
  let name: ExampleSetName
  let examples: ExampleSet
  /// `nil` where the step that provides the set says nothing of it: then it is that of the network.
  let scale: Double?

  var count: Int { examples.count }
  var labels: [UInt8]? { examples.labels }
  /// Pixels of an image.
  var imageSize: Int { examples.examples.imageSize }
  var width: Int { examples.examples.width }
  var height: Int { examples.examples.height }
  /// The bytes of memory that the images and labels take of which the set is a part.
  var heldMemory: Int { examples.examples.pixels.count + 2 * examples.examples.count }

  /// The first `count` images of the set.
  func prefix(_ count: Int) -> ScaledSet {
    ScaledSet(name: name, examples: examples.prefix(count), scale: scale)
  }

  /// What grey levels are multiplied with before a network learns from the set.
  var learningScale: Double { scale ?? 1.0 / 255 }

  /// The images as a network takes them that has learned from images of a scale.
  func images(scale: Double) throws -> ImageRows {
    if let own = self.scale, own != scale {
      throw StepFailure(
        "the \(name) set is scaled by \(own), and the network has learned from images scaled by \(scale)",
        help: "give both splits the same 'scale'")
    }
    do {
      return try ImageRows(
        pixels: examples.examples.pixels, imageSize: imageSize, rows: examples.rows, scale: scale)
    } catch {
      throw StepFailure("\(error)")
    }
  }
}

/// A network, and what grey levels are multiplied with before it sees them.
struct TrainedNetwork: Sendable {
  let model: Model
  let scale: Double
  /// Draws the network anew as it was before its first update; `nil` where it was not trained here.
  var start: (@Sendable () -> Model)?
}
