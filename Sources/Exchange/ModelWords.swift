import Architecture

/// What a model file says of its network beside the numbers.
struct ModelWords {
  let architecture: Architecture
  private let scale: Double
  private let levels: Int
  private let classNames: [String]?

  /// Takes the texts of a file by their names.
  init(_ texts: [String: String]) throws(ModelFileError) {
    guard let format = texts["daybook.format"] else { throw .notDaybook }
    guard format == "1" else { throw .format(format) }
    func word(_ name: String) throws(ModelFileError) -> String {
      guard let text = texts["daybook.\(name)"] else { throw .wrongWord(name) }
      return text
    }
    let sides = try word("input").split(separator: "x").map { Int($0) }
    guard sides.count == 3, let channels = sides[0], let height = sides[1], let width = sides[2]
    else { throw .wrongWord("input") }
    guard let layers = JSONList.texts(of: try word("layers")) else { throw .wrongWord("layers") }
    do {
      architecture = try Architecture(
        input: Shape(channels: channels, height: height, width: width),
        layers: try layers.map { try LayerSpec($0) })
    } catch {
      throw .wrongWord("layers")
    }
    guard let scale = Double(try word("scale")), TrainedModel.isScale(scale) else {
      throw .wrongWord("scale")
    }
    guard let levels = Int(try word("levels")), TrainedModel.levels.contains(levels) else {
      throw .wrongWord("levels")
    }
    self.scale = scale
    self.levels = levels
    let classes = texts["daybook.classes"] ?? ""
    classNames = JSONList.texts(of: classes)
    guard classes.isEmpty || classNames != nil else { throw .wrongWord("classes") }
  }

  /// The network with its numbers.
  func model(_ tensors: [TrainedModel.Tensor]) throws(ModelFileError) -> TrainedModel {
    let isFinite = tensors.allSatisfy { $0.numbers.allSatisfy(\.isFinite) }
    guard isFinite else { throw .notFinite }
    guard
      let model = TrainedModel(
        architecture, tensors: tensors, scale: scale, levels: levels, classNames: classNames,
        details: [])
    else { throw .wrongWord("classes") }
    return model
  }
}

/// Why a file holds no network that can be used.
package enum ModelFileError: Error, Sendable, Equatable, CustomStringConvertible {
  case noSafeTensors
  case notDaybook
  /// Of a format that this version does not know.
  case format(String)
  case wrongWord(String)
  case missingTensor(String)
  case wrongTensor(String)
  case moreTensors
  /// Tensors overlap, or there are bytes that are of none.
  case unevenTensors
  case notFinite

  package var description: String {
    switch self {
    case .noSafeTensors: "this is no file of safetensors"
    case .notDaybook: "the file does not say what its network is"
    case .format(let format): "the file is of format \(format), which this version does not know"
    case .wrongWord(let name): "what the file says of its \(name) is wrong"
    case .missingTensor(let name): "the tensor '\(name)' is missing"
    case .wrongTensor(let name): "the tensor '\(name)' is of another shape or type, or cut short"
    case .moreTensors: "the file has tensors that its network does not have"
    case .unevenTensors: "the tensors overlap or leave gaps"
    case .notFinite: "some of its numbers are not finite"
    }
  }

  package var help: String? {
    switch self {
    case .noSafeTensors, .notDaybook:
      "name a file that 'export' wrote with 'to: NAME.safetensors' or 'to: NAME.npz'"
    case .format: "export it again, or run a newer daybook"
    default: "export it again: it is damaged"
    }
  }
}
