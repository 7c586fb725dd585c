import Architecture
import Results

/// A step that says before it is done how many items lists of its have, or classes its matrix.
protocol CountedValues {
  /// How many items or classes the value of a name has; `nil` where only the run tells.
  func count(of value: String, in directory: StepDirectory) -> Int?
}

extension Load: CountedValues {
  func count(of value: String, in directory: StepDirectory) -> Int? {
    ["counts", "class-names"].contains(value) ? details.classes?.count : nil
  }
}

extension Split: CountedValues {
  func count(of value: String, in directory: StepDirectory) -> Int? {
    guard ["training-counts", "dev-counts"].contains(value) else { return nil }
    return (directory[examples.name]?.declaration as? Load)?.details.classes?.count
  }
}

extension Train: CountedValues {
  func count(of value: String, in directory: StepDirectory) -> Int? {
    ["layers", "units"].contains(value) ? layers.count : nil
  }
}

extension Evaluate: CountedValues {
  func count(of value: String, in directory: StepDirectory) -> Int? {
    ["confusion", "per-class"].contains(value) ? directory.classes(of: model) : nil
  }
}

extension Predict: CountedValues {
  func count(of value: String, in directory: StepDirectory) -> Int? {
    value == "counts" ? directory.classes(of: model) : nil
  }
}

extension Compare: CountedValues {
  func count(of value: String, in directory: StepDirectory) -> Int? {
    ["models": evaluations.count, "pairs": pairs.count][value]
  }
}

extension Sweep: CountedValues {
  func count(of value: String, in directory: StepDirectory) -> Int? {
    ["runs": grid.count, "groups": grid.groupCount][value]
  }
}

extension StepDirectory {
  /// How many classes the network of a train step tells apart.
  fileprivate func classes(of model: StepID) -> Int? {
    (self[model.name]?.declaration as? Train)?.layers.last?.units
  }
}

extension Load.Classes {
  fileprivate var count: Int {
    switch self {
    case .count(let count): count
    case .names(let names): names.count
    }
  }
}
