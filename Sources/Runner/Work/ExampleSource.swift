import Architecture
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

/// A set of examples, and what levels are multiplied with before a network sees them.
struct ScaledSet: Sendable {
  let name: ExampleSetName
  let examples: ExampleSet
  /// `nil` where the step that provides the set says nothing of it: then it is that of the network.
  let scale: Double?

  var count: Int { examples.count }
  var labels: [UInt16]? { examples.labels }
  var form: ImageForm { examples.examples.form }
  var classes: ClassList { examples.examples.classes }
  /// The bytes of memory that the images and labels take of which the set is a part.
  var heldMemory: Int { examples.examples.pixels.count + 4 * examples.examples.count }

  /// The first `count` images of the set.
  func prefix(_ count: Int) -> ScaledSet {
    ScaledSet(name: name, examples: examples.prefix(count), scale: scale)
  }

  /// The images at some places of the set.
  func part(_ places: ClosedRange<Int>) -> ScaledSet {
    choosing(Array(places.clamped(to: 0...max(0, count - 1))))
  }

  /// The images at some places of the set, in their order.
  func choosing(_ places: [Int]) -> ScaledSet {
    let rows = places.filter(examples.rows.indices.contains).map { examples.rows[$0] }
    return ScaledSet(
      name: name, examples: ExampleSet(examples.examples, rows: rows), scale: scale)
  }

  /// What grey levels are multiplied with before a network learns from the set.
  var learningScale: Double { scale ?? form.fullScale }

  /// The images as a network takes them that has learned from images of a scale.
  func images(scale: Double) throws -> ImageRows {
    if let own = self.scale, own != scale {
      throw StepFailure(
        "the \(name) set is scaled by \(own), and the network has learned from images scaled by \(scale)",
        help: "give both splits the same 'scale'")
    }
    do {
      return try ImageRows(
        pixels: examples.examples.pixels, imageSize: form.size, rows: examples.rows, scale: scale)
    } catch {
      throw StepFailure("\(error)")
    }
  }
}

/// A network, and what is to know of the images and classes that it has learned from.
struct TrainedNetwork: Sendable {
  let model: Model
  /// What levels are multiplied with before the network sees them.
  let scale: Double
  /// The largest level.
  let levels: Int
  /// One for each class; `nil` where they are numbered from 0.
  let classNames: [String]?
  /// Draws the network anew as it was before its first update; `nil` where it was not trained here.
  let start: (@Sendable () -> Model)?

  /// A network that has learned from a set.
  init(_ model: Model, of set: ScaledSet, start: (@Sendable () -> Model)? = nil) {
    self.model = model
    self.start = start
    scale = set.learningScale
    levels = set.form.levels
    classNames = set.classes.names(atLeast: model.architecture.classes)
  }

  /// Throws where the images of a set are of another form than those that it takes, or its classes
  /// are others.
  func expect(_ set: ScaledSet) throws {
    try NetworkForm(self).expect(set.form, set.classes, of: set.name)
  }
}

extension ImageForm {
  /// What makes the largest level one.
  var fullScale: Double { 1 / Double(levels) }

  /// The shape of the images as a network takes them.
  var shape: Shape { Shape(channels: channels, height: height, width: width) }
}

extension ClassList {
  /// The names of so many classes, those beyond the list's numbered; `nil` where all are.
  func names(atLeast count: Int) -> [String]? {
    names.map { names in names + (names.count..<max(count, names.count)).map(String.init) }
  }
}
