import Datasets
import Notebook
import Plan

extension Load {
  /// An error of a file, at the option that the file does not bear out, or else at the one that names
  /// the file.
  func failure(_ error: DatasetError, _ context: RunContext) -> StepFailure {
    let option = refuted(by: error.problem) ?? name(of: error.path, context)
    if case .memory(let needed, let available) = error.problem, let most = context.maxMemory,
      available <= most, most < availableMemory()
    {
      // Where all images fit, each thread has a share of the rest to decode one.
      let leaves = available == most ? "allows" : "leaves"
      return StepFailure(
        "\(error.path): the images take \(memoryText(needed)) of memory, and --max-memory \(leaves) "
          + memoryText(available), help: "raise --max-memory", option: option)
    }
    let misspelling: Misspelling? =
      switch error.problem {
      case .noColumn(let name, let names), .noArray(let name, let names):
        Misspelling(name, among: names)
      default: nil
      }
    return StepFailure(
      error.message, help: error.help, option: option, misspelling: misspelling)
  }

  /// The option that names a file.
  private func name(of path: String, _ context: RunContext) -> String {
    switch source {
    case .idx: "mnist"
    case .csv(_, let test?) where path == context.path(test): "test"
    case .csv: "csv"
    case .images(_, let test?)
    where path == context.path(test) || path.hasPrefix(context.path(test) + "/"):
      "test"
    case .images: "images"
    case .npz: "npz"
    case .model: "model"
    }
  }

  /// The option that says of the data what a file does not hold; `nil` where none is written that
  /// does.
  private func refuted(by problem: DatasetError.Problem) -> String? {
    switch problem {
    case .noColumn(let name, _) where name == details.label: "label"
    case .noColumn(let name, _) where name == details.id: "id"
    case .noArray(let name, _): array(named: name)
    case .levelCount, .declaredSize: details.size.map { _ in "size" } ?? channelsOption
    case .noSquare, .channels: channelsOption
    case .level, .fieldLevel: details.levels.map { _ in "levels" }
    case .classCount: details.classes.map { _ in "classes" }
    default: nil
    }
  }

  private var channelsOption: String? { details.channels.map { _ in "channels" } }

  private func array(named name: String) -> String? {
    guard case .npz(_, let images, let labels) = source else { return nil }
    if name == images { return "images" }
    return name == labels ? "labels" : nil
  }
}
