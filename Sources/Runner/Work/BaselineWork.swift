import Datasets
import Plan
import Results

extension WorkFinder {
  func visit(_ baseline: Baseline) -> any StepWork { BaselineWork(baseline: baseline) }
}

/// Reads images by a rule that needs no training.
struct BaselineWork: StepWork {
  let baseline: Baseline

  func run(_ inputs: StepInputs) async throws -> Yield {
    let known = try await inputs.examples(baseline.source)
    let judged = try await inputs.examples(baseline.examples)
    let knownLabels = try labels(of: known, option: Baseline.sourceKey)
    let truth = try labels(of: judged, option: Baseline.setKey)
    guard known.form == judged.form else {
      throw StepFailure(
        "the images of the \(known.name) and the \(judged.name) set have different forms",
        help: "take both from the same data", option: Baseline.setKey)
    }
    let numbers: Int
    let correct: Int
    switch baseline.rule {
    case .commonest:
      var counts = Array(repeating: 0, count: known.classes.count)
      for label in knownLabels { counts[Int(label)] += 1 }
      let answer = counts.firstIndex(of: counts.max() ?? 0) ?? 0
      numbers = 1
      correct = truth.count { Int($0) == answer }
    case .nearestMean:
      let means = ClassMeans(of: known, labels: knownLabels)
      numbers = means.count * known.form.size
      correct = try count(read: judged, truth, by: means, inputs)
    }
    guard let accuracy = Proportion(count: correct, of: truth.count) else {
      throw StepFailure("the \(judged.name) set is empty", option: Baseline.setKey)
    }
    return Yield(
      StepResult(values: [
        Field("accuracy", .proportion(accuracy)),
        Field("examples", .integer(truth.count)),
        Field("numbers", .integer(numbers)),
      ]))
  }

  private func count(
    read set: ScaledSet, _ truth: [UInt16], by means: ClassMeans, _ inputs: StepInputs
  ) throws -> Int {
    var correct = 0
    for (index, label) in truth.enumerated() {
      if index % 1024 == 0, inputs.context.isCancelled() { throw Interruption() }
      if means.nearest(to: set.examples.image(at: index)) == Int(label) { correct += 1 }
    }
    return correct
  }

  private func labels(of set: ScaledSet, option: String) throws -> [UInt16] {
    guard let labels = set.labels else {
      throw StepFailure(
        "the \(set.name) set has no labels", help: "name a set that has", option: option)
    }
    guard !labels.isEmpty else { throw StepFailure("the \(set.name) set is empty", option: option) }
    return labels
  }
}

/// The mean image of each class that occurs.
struct ClassMeans {
  /// By class: the mean, level by level, and half of the sum of its squares.
  private let means: [(label: Int, levels: [Double], halfSquare: Double)]

  init(of set: ScaledSet, labels: [UInt16]) {
    let (classes, size) = (set.classes.count, set.form.size)
    var sums = [Int](repeating: 0, count: classes * size)
    var counts = [Int](repeating: 0, count: classes)
    for (index, label) in labels.enumerated() {
      let start = Int(label) * size
      counts[Int(label)] += 1
      for (place, level) in set.examples.image(at: index).enumerated() {
        sums[start + place] += Int(level)
      }
    }
    means = (0..<classes).filter { counts[$0] > 0 }.map { label in
      let levels = sums[label * size..<(label + 1) * size].map {
        Double($0) / Double(counts[label])
      }
      return (label, levels, levels.reduce(0) { $0 + $1 * $1 } / 2)
    }
  }

  var count: Int { means.count }

  /// The class whose mean has the least squared distance; the first of those that share it.
  ///
  /// Of ‖x − m‖² only m·x − ‖m‖²/2 differs between classes.
  func nearest(to image: [UInt8]) -> Int {
    let lit = image.enumerated().filter { $0.element > 0 }
    var best = (label: 0, score: -Double.infinity)
    for mean in means {
      let product = lit.reduce(0.0) { $0 + Double($1.element) * mean.levels[$1.offset] }
      let score = product - mean.halfSquare
      if score > best.score { best = (mean.label, score) }
    }
    return best.label
  }
}
