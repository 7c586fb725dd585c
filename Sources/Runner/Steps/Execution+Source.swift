import Listings
import Notebook
import Plan
import Results

extension Execution {
  /// Cuts a listing out of a source file.
  func list(_ source: SourceListing) throws -> StepResult {
    let text = try text(of: source.file)
    guard let lines = SourceLines(source.part.cut, of: text) else {
      switch source.part {
      case .symbol(let name):
        throw StepFailure(
          "\(source.file) declares no '\(name)'",
          help: "write the name of a function or type, or TYPE.MEMBER", option: "symbol")
      case .region(let name):
        throw StepFailure(
          "\(source.file) has no region '\(name)'",
          help: "mark it with '// region: \(name)' and '// endregion'", option: "region")
      case .whole:
        throw StepFailure("\(source.file) is empty", option: "file")
      }
    }
    let listing = Listing(
      path: source.file, language: language(of: source.file), firstLine: lines.firstLine,
      text: lines.text)
    return StepResult(
      values: [
        Field("file", .text(source.file)), Field("first-line", .integer(lines.firstLine)),
        Field(
          "lines",
          .integer(lines.text.split(separator: "\n", omittingEmptySubsequences: false).count)),
      ],
      outputs: [.code(listing)])
  }

  private func text(of file: String) throws -> String {
    do {
      return try SourceFile(contentsOf: context.path(file)).text
    } catch {
      throw StepFailure(
        "\(error)", help: "paths start at the notebook's folder", option: "file")
    }
  }

  private func language(of file: String) -> String {
    let languages = [
      "swift": "swift", "py": "python", "md": "markdown", "yml": "yaml", "yaml": "yaml",
    ]
    let ending = file.split(separator: ".").last.map(String.init) ?? ""
    return languages[ending] ?? ending
  }
}

extension SourceListing.Part {
  /// What to cut out of the file.
  fileprivate var cut: SourceLines.Part {
    switch self {
    case .whole: .whole
    case .symbol(let path): .symbol(path)
    case .region(let name): .region(name)
    }
  }
}
