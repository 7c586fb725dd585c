/// Reads the mapping between `---` lines at the top of a notebook.
struct FrontMatterReader {
  private let lines: [String]
  /// The line after the front matter, counted from 0; 0 where there is none.
  let end: Int
  private let isUnclosed: Bool
  private static let keys = ["title", "subtitle", "author", "language", "seed"]

  init(lines: [String]) {
    self.lines = lines
    let opens = lines.first.map { Self.isRule($0) } ?? false
    let close = opens ? lines.dropFirst().firstIndex(where: Self.isRule) : nil
    end = close.map { $0 + 1 } ?? 0
    isUnclosed = opens && close == nil
  }

  private static func isRule(_ line: String) -> Bool {
    line.hasPrefix("---") && line.dropFirst(3).allSatisfy(\.isWhitespace)
  }

  /// The front matter, with `name` for a title where none is written.
  func read(_ prose: inout ProseReader, name: String) -> FrontMatter {
    let options = options(&prose)
    var values: [String: StepOption] = [:]
    for option in options {
      if Self.keys.contains(option.key) {
        values[option.key] = option
      } else {
        let near = suggestion(for: option.key, among: Self.keys)
        prose.report(
          Diagnostic(
            "the front matter has no '\(option.key)'", at: option.keyRange,
            help: near.map { "did you mean '\($0)'?" }
              ?? "it may have \(Self.keys.joined(separator: ", "))"))
      }
    }
    return FrontMatter(
      title: running(values["title"], &prose) ?? [.text(name)],
      subtitle: running(values["subtitle"], &prose), author: text(values["author"], &prose),
      language: language(values["language"], &prose) ?? "en",
      seed: seed(values["seed"], &prose) ?? 0, seedRange: values["seed"]?.value.range)
  }

  private func options(_ prose: inout ProseReader) -> [StepOption] {
    if isUnclosed {
      prose.report(
        Diagnostic(
          "the front matter is never closed", at: SourceRange(line: 1, column: 1, length: 3),
          help: "add a line '---' after it"))
    }
    guard end > 1 else { return [] }
    var reader = YAMLReader(lines: Array(lines[1..<end - 1]), firstLine: 2)
    let options = reader.mapping(of: "the front matter") ?? []
    for diagnostic in reader.diagnostics { prose.report(diagnostic) }
    return options
  }

  private func running(_ option: StepOption?, _ prose: inout ProseReader) -> [Inline]? {
    guard case .scalar(let text, let isQuoted, let range)? = option?.value else {
      reportShape(option, &prose)
      return nil
    }
    return prose.inlines(text, at: isQuoted ? range.start.advanced(by: 1) : range.start)
  }

  private func text(_ option: StepOption?, _ prose: inout ProseReader) -> String? {
    guard case .scalar(let text, _, _)? = option?.value else {
      reportShape(option, &prose)
      return nil
    }
    return text
  }

  /// A language tag: letters, then parts of letters and digits behind hyphens (BCP 47).
  private func language(_ option: StepOption?, _ prose: inout ProseReader) -> String? {
    guard let option, let tag = text(option, &prose) else { return nil }
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    let isTag = parts.enumerated().allSatisfy { index, part in
      (index == 0 ? 2...8 : 1...8).contains(part.count)
        && part.allSatisfy { $0.isASCII && ($0.isLetter || (index > 0 && $0.isNumber)) }
    }
    guard isTag else {
      prose.report(
        Diagnostic(
          "'\(tag)' is no language tag", at: option.value.range,
          help: "write one such as en, de or pt-BR"))
      return nil
    }
    return tag
  }

  private func seed(_ option: StepOption?, _ prose: inout ProseReader) -> UInt32? {
    guard let option else { return nil }
    guard case .scalar(let text, _, _) = option.value, let seed = UInt32(text) else {
      prose.report(
        Diagnostic(
          "seed must be a whole number from 0 to 4294967295", at: option.value.range,
          help: "write 'seed: 0'"))
      return nil
    }
    return seed
  }

  private func reportShape(_ option: StepOption?, _ prose: inout ProseReader) {
    guard let option else { return }
    prose.report(
      Diagnostic(
        "\(option.key) must be a line of text", at: option.value.range,
        help: "put it in quotes if it holds ': ', '[' or '{'"))
  }
}
