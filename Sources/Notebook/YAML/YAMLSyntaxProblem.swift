import Spelling
import Yams

/// A YAML error of the parser, in the notebook's words and at the notebook's place.
struct YAMLSyntaxProblem {
  let diagnostic: Diagnostic

  init(_ error: YamlError, in text: YAMLText) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      diagnostic = Self.diagnostic(problem, context, mark, text)
    case .duplicatedKeysInMapping(let keys, let context):
      diagnostic = Self.duplicate(keys.first ?? "", firstAt: context.mark, in: text)
    default:
      diagnostic = Diagnostic("invalid YAML", at: text.place)
    }
  }

  static func duplicate(_ key: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("duplicate key '\(key)'", at: range, help: "keep one of them")
  }

  private static func diagnostic(
    _ problem: String, _ context: YamlError.Context?, _ mark: Mark, _ text: YAMLText
  ) -> Diagnostic {
    let wording = YAMLWording.all.first { $0.matches(problem, context?.text ?? "") }
    let shown = wording?.isAtContext == true ? context?.mark ?? mark : mark
    let place = text.position(line: shown.line, scalarColumn: shown.column)
    let start = wording?.isAtBackslash == true ? backslash(before: place, in: text) : place
    if wording?.isAboutColon == true, let missing = missingSpace(upTo: start, in: text) {
      return missing
    }
    if problem == YAMLWording.misplacedColon, let key = misplacedKey(before: start, in: text) {
      return key
    }
    if problem == YAMLWording.missingColon, let line = text.line(at: start),
      start.column - line.start.column == line.text.prefix(while: { $0 == " " }).count
    {
      return noColon(on: line)
    }
    return Diagnostic(
      wording?.message ?? "this cannot be read as `key: value`",
      at: SourceRange(start, start.advanced(by: 1)),
      help: wording.map(\.help) ?? "put the value in quotes")
  }

  /// The backslash of an escape: the parser gives up where it misses a digit.
  private static func backslash(before place: SourcePosition, in text: YAMLText) -> SourcePosition {
    guard let line = text.line(at: place) else { return place }
    let head = Array(line.text.prefix(place.column - line.start.column + 1))
    return head.lastIndex(of: "\\").map { line.start.advanced(by: $0) } ?? place
  }

  /// A colon that no space follows parts nothing: the line of a place, or the one above it, is taken
  /// for the beginning of a text of several lines.
  private static func missingSpace(upTo place: SourcePosition, in text: YAMLText) -> Diagnostic? {
    let lines = text.lines.filter { $0.start.line <= place.line && $0.text.contains { $0 != " " } }
    return lines.suffix(2).compactMap { missingSpace(in: $0) }.first
  }

  /// `key:value` in place of `key: value`.
  static func missingSpace(in line: YAMLText.Line) -> Diagnostic? {
    let indent = line.text.prefix { $0 == " " }.count
    let rest = line.text.dropFirst(indent)
    let key = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0)) }
    let value = rest.dropFirst(key.count + 1)
    // What stands before the slashes of an address is no key.
    guard key.first?.isLetter == true, rest.dropFirst(key.count).first == ":",
      let first = value.first, first != " ", !value.hasPrefix("//"), !rest.contains(": ")
    else { return nil }
    let start = line.start.advanced(by: indent)
    return Diagnostic(
      "no space after the ':'", at: SourceRange(start, start.advanced(by: key.count + 1)),
      help: "write `\(key): \(value)`")
  }

  /// The parser stumbles over the colon of a key where it still reads the value of the line above.
  private static func misplacedKey(
    before colon: SourcePosition, in text: YAMLText
  ) -> Diagnostic? {
    guard let line = text.line(at: colon) else { return nil }
    let head = line.text.prefix(colon.column - line.start.column)
    let key = head.drop { $0 == " " }
    guard !key.isEmpty, !key.contains(": ") else { return nil }
    let above = text.lines.last { $0.start.line < colon.line && $0.text.contains { $0 != " " } }
    if let above, !above.text.contains(":") { return noColon(on: above) }
    let start = line.start.advanced(by: head.count - key.count)
    return Diagnostic(
      "'\(key)' does not line up with the key above", at: SourceRange(start, colon),
      help: "indent both alike, or put the value above in quotes")
  }

  /// A line that has no key, as there is no colon on it.
  private static func noColon(on line: YAMLText.Line) -> Diagnostic {
    let head = line.text.prefix { $0 == " " }.count
    let last = (line.text.reversed().firstIndex { !$0.isSpace })?.base
    let length = line.text[..<(last ?? line.text.endIndex)].count
    let start = line.start.advanced(by: head)
    return Diagnostic(
      "no ':' after the key", at: SourceRange(start, start.advanced(by: max(1, length - head))),
      help: "write `key: value`")
  }

  /// The parser tells where a repeated key first stands; the repetition is the next line alike.
  private static func duplicate(
    _ key: String, firstAt mark: Mark, in text: YAMLText
  ) -> Diagnostic {
    let first = text.position(line: mark.line, scalarColumn: mark.column)
    var cursor = YAMLCursor(text, at: first)
    // From the beginning of each line's own text: lines of an indented fence begin where they like.
    let skipped = max(0, first.column - (text.line(at: first)?.start.column ?? first.column))
    cursor.skipLine()
    while !cursor.isAtEnd {
      if let line = text.line(at: cursor.position),
        line.text.prefix(skipped).allSatisfy({ $0 == " " }),
        line.text.dropFirst(skipped).hasPrefix(key),
        line.text.dropFirst(skipped + key.count).drop(while: { $0 == " " }).first == ":"
      {
        let start = line.start.advanced(by: skipped)
        return duplicate(key, at: SourceRange(start, start.advanced(by: key.count)))
      }
      cursor.skipLine()
    }
    return duplicate(key, at: SourceRange(first, first.advanced(by: key.count)))
  }
}
