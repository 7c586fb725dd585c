import Listings
import Notebook
import Plan
import Results

extension WorkFinder {
  func visit(_ listing: SourceListing) -> any StepWork { SourceListingWork(source: listing) }
}

/// Cuts a listing out of a source file.
struct SourceListingWork: StepWork {
  let source: SourceListing

  func expectReadableFiles(_ context: RunContext) throws { _ = try cut(context) }

  func run(_ inputs: StepInputs) async throws -> Yield {
    let cut = try cut(inputs.context)
    let listing = Listing(
      path: source.file, language: language(of: source.file), firstLine: cut.firstLine,
      text: cut.text, isFolded: source.isFolded ? true : nil)
    let lines = cut.text.split(separator: "\n", omittingEmptySubsequences: false).count
    return Yield(
      StepResult(
        values: [
          Field("file", .text(source.file)), Field("first-line", .integer(cut.firstLine)),
          Field("lines", .integer(lines)),
        ],
        outputs: [.code(listing)]))
  }

  /// What is shown of the file; throws where there is nothing to show.
  func cut(_ context: RunContext) throws(StepFailure) -> SourceLines {
    guard let cut = SourceLines(source.part.cut, of: try text(context)) else {
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
    return cut
  }

  private func text(_ context: RunContext) throws(StepFailure) -> String {
    let path = try context.readablePath(source.file, option: "file")
    do {
      return try SourceFile(contentsOf: path).text
    } catch {
      throw StepFailure("\(source.file): \(error.fact)", help: error.namingHelp, option: "file")
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
