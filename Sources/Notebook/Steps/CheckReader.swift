import Spelling

/// Reads the body of a `check` step: lines of `sentence: expression`.
///
/// A sentence may hold colons, and it may stand in double quotes. Blank lines and lines that begin with
/// `#` mean nothing.
struct CheckReader {
  private(set) var problems: [Diagnostic] = []

  mutating func options(of lines: [YAMLText.Line]) -> [StepOption] {
    lines.compactMap { option(of: $0) }
  }

  private mutating func option(of line: YAMLText.Line) -> StepOption? {
    let characters = Array(line.text)
    let all = Self.trim(characters.indices, characters)
    guard let first = all.first, characters[first] != "#" else { return nil }
    let place: (Range<Int>) -> SourceRange = { range in
      let start = line.start.advanced(by: range.lowerBound)
      return SourceRange(start, start.advanced(by: range.count))
    }
    guard let colon = claimColon(in: characters[all]).map({ all.lowerBound + $0 }) else {
      problems.append(
        Diagnostic(
          "no expression after a sentence", at: place(all), help: "write `sentence: expression`"))
      return nil
    }
    var sentence = Self.trim(all.lowerBound..<colon, characters)
    let expression = Self.trim(colon + 1..<all.upperBound, characters)
    if sentence.count > 1, characters[sentence.lowerBound] == "\"",
      characters[sentence.upperBound - 1] == "\""
    {
      sentence = sentence.lowerBound + 1..<sentence.upperBound - 1
    }
    guard !sentence.isEmpty else {
      problems.append(
        Diagnostic(
          "no sentence before the expression", at: place(all),
          help: "write `sentence: expression`"))
      return nil
    }
    return StepOption(
      key: String(characters[sentence]), keyRange: place(sentence),
      value: .scalar(String(characters[expression]), isQuoted: false, place(expression)))
  }

  private static func trim(_ range: Range<Int>, _ characters: [Character]) -> Range<Int> {
    guard let first = range.first(where: { !characters[$0].isSpace }),
      let last = range.last(where: { !characters[$0].isSpace })
    else { return range.lowerBound..<range.lowerBound }
    return first..<last + 1
  }
}
