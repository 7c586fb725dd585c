import Architecture

extension NPZFile {
  /// An array as a reader of NumPy's files gives it: numbers in C order, or texts.
  package enum Content: Sendable, Equatable {
    case numbers([Double], shape: [Int])
    case texts([String])
  }

  /// The network that the arrays of a file hold, which Daybook wrote.
  package static func model(_ arrays: [String: Content]) throws(ModelFileError) -> TrainedModel {
    guard case .texts(let layers)? = arrays["layers"] else { throw .notDaybook }
    let words = try ModelWords([
      "daybook.format": "1",
      "daybook.layers": JSONList.text(of: layers),
      "daybook.input": try whole("input", of: arrays).map(String.init).joined(separator: "x"),
      "daybook.scale": try numbers("scale", of: arrays).first.map { "\($0)" } ?? "",
      "daybook.levels": try whole("levels", of: arrays).first.map { "\($0)" } ?? "",
      "daybook.classes": try classes(of: arrays).map(JSONList.text) ?? "",
    ])
    var tensors: [TrainedModel.Tensor] = []
    for layer in words.architecture.layers.indices {
      for shape in words.architecture.parameters(ofLayer: layer) {
        let name = TrainedModel.Tensor(layer: layer, shape: shape, numbers: []).name
        guard let array = arrays[name] else { throw .missingTensor(name) }
        guard case .numbers(let numbers, let sizes) = array, sizes == shape.dimensions else {
          throw .wrongTensor(name)
        }
        tensors.append(.init(layer: layer, shape: shape, numbers: numbers.map(Float.init)))
      }
    }
    let known = ["layers", "classes", "input", "scale", "levels", "details"]
    guard arrays.keys.count(where: { !known.contains($0) }) == tensors.count else {
      throw .moreTensors
    }
    return try words.model(tensors)
  }

  /// The names of the classes; `nil` where they are their numbers, which the file has as texts too.
  private static func classes(of arrays: [String: Content]) throws(ModelFileError) -> [String]? {
    guard case .texts(let names)? = arrays["classes"] else { throw .wrongWord("classes") }
    return names == names.indices.map(String.init) ? nil : names
  }

  private static func numbers(_ name: String, of arrays: [String: Content])
    throws(ModelFileError) -> [Double]
  {
    guard case .numbers(let numbers, _)? = arrays[name] else { throw .wrongWord(name) }
    return numbers
  }

  private static func whole(_ name: String, of arrays: [String: Content])
    throws(ModelFileError) -> [Int]
  {
    let numbers = try numbers(name, of: arrays).map { Int(exactly: $0) }
    guard !numbers.contains(nil) else { throw .wrongWord(name) }
    return numbers.compactMap { $0 }
  }
}
