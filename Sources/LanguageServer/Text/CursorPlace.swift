package import Notebook
package import Plan
import Spelling

/// What is being written at a place of a notebook.
package enum CursorPlace {
  /// The first word of a fence.
  case kind(NotebookLayout.Fence, prefix: String)
  case optionKey(NotebookLayout.Fence, StepKind, prefix: String)
  /// A word of the value of an option, after other words of the same value.
  case optionValue(
    NotebookLayout.Fence, StepKind, key: String, words: [String], prefix: String)
  /// A key within the value of an option.
  case nestedKey(NotebookLayout.Fence, StepKind, key: String, prefix: String)
  /// An expression up to the place.
  case expression(String)
  case format(expression: String, prefix: String)
  case frontMatterKey(prefix: String)
  case address(prefix: String)
  case footnote(prefix: String)

  package init?(_ position: SourcePosition, in layout: NotebookLayout) {
    let line = position.line <= layout.lines.count ? layout.lines[position.line - 1] : ""
    let before = String(line.prefix(position.column - 1))
    if let fence = layout.fence(at: position.line) {
      guard let place = Self.place(in: fence, position, before, layout) else { return nil }
      self = place
    } else if let place = Self.value(before) {
      self = place
    } else if layout.frontMatter?.contains(position.line) ?? false {
      guard before.allSatisfy(Self.isKeyPart) else { return nil }
      self = .frontMatterKey(prefix: before)
    } else if let place = Self.reference(before) {
      self = place
    } else {
      return nil
    }
  }

  private static func place(
    in fence: NotebookLayout.Fence, _ position: SourcePosition, _ before: String,
    _ layout: NotebookLayout
  ) -> CursorPlace? {
    if position.line == fence.opening {
      let rest = before.drop { $0 == " " }.drop { $0 == "`" || $0 == "~" }
      let hasMarks = before.contains(fence.marks)
      return hasMarks && !rest.contains(" ") ? .kind(fence, prefix: String(rest)) : nil
    }
    guard let kind = fence.kind, !fence.isClosed || position.line < fence.last else { return nil }
    if let value = value(before) { return value }
    if kind.declaration.syntax.body == .claims { return claim(before) }
    return option(in: fence, kind, position, before, layout)
  }

  private static func claim(_ before: String) -> CursorPlace? {
    let characters = Array(before)
    guard let colon = claimColon(in: characters) else { return nil }
    return .expression(String(characters[(colon + 2)...]))
  }

  private static func option(
    in fence: NotebookLayout.Fence, _ kind: StepKind, _ position: SourcePosition,
    _ before: String, _ layout: NotebookLayout
  ) -> CursorPlace? {
    let text = before.dropFirst(min(fence.indentation, before.prefix { $0 == " " }.count))
    if text.allSatisfy(isKeyPart) { return .optionKey(fence, kind, prefix: String(text)) }
    if text.first != " ", text.first != "-", let colon = text.firstIndex(of: ":") {
      return value(
        of: String(text[..<colon]), String(text[text.index(after: colon)...]), fence, kind)
    }
    // A line of the value of an option above.
    let above = layout.lines[fence.opening..<position.line - 1].last { line in
      line.first.map { isKeyPart($0) } ?? false && line.contains(":")
    }
    guard let above, let colon = above.firstIndex(of: ":") else { return nil }
    let key = String(above[..<colon])
    let inner = text.drop { $0 == " " || $0 == "-" }
    if inner.allSatisfy({ isKeyPart($0) || $0 == "." }) {
      return .nestedKey(fence, kind, key: key, prefix: String(inner))
    }
    guard let colon = inner.firstIndex(of: ":") else {
      return value(of: key, String(inner), fence, kind)
    }
    // An option of another step goes by its own name.
    let innerKey = String(inner[..<colon])
    return value(
      of: innerKey.contains(".") ? innerKey : key, String(inner[inner.index(after: colon)...]),
      fence, kind)
  }

  private static func value(
    of key: String, _ written: String, _ fence: NotebookLayout.Fence, _ kind: StepKind
  ) -> CursorPlace? {
    if OptionLookup(kind, in: fence, []).option(key)?.reference == .expressions {
      let start = written.lastIndex { "[,".contains($0) }.map { written.index(after: $0) }
      return .expression(String(written[(start ?? written.startIndex)...]))
    }
    let start = written.lastIndex { "[,\"'{".contains($0) }.map { written.index(after: $0) }
    var words = written[(start ?? written.startIndex)...].split(
      separator: " ", omittingEmptySubsequences: false
    ).map(String.init)
    let prefix = words.popLast() ?? ""
    return .optionValue(
      fence, kind, key: key, words: words.filter { !$0.isEmpty }, prefix: prefix)
  }

  /// A value that is open at the end of a text: `` `{expression:format ``.
  private static func value(_ before: String) -> CursorPlace? {
    guard let opening = before.range(ofLast: "`{") else { return nil }
    let text = String(before[opening.upperBound...])
    guard !text.contains("`"), !text.contains("}") else { return nil }
    guard let colon = ExpressionText.formatColon(in: text) else { return .expression(text) }
    return .format(
      expression: String(text.prefix(colon)), prefix: String(text.dropFirst(colon + 1)))
  }

  /// An address or a footnote that is open at the end of a text.
  private static func reference(_ before: String) -> CursorPlace? {
    if let opening = before.range(ofLast: "[^") {
      let text = before[opening.upperBound...]
      if !text.contains("]"), !text.contains(" ") { return .footnote(prefix: String(text)) }
    }
    guard let opening = before.range(ofLast: "](") else { return nil }
    let text = before[opening.upperBound...]
    guard !text.contains(")"), !text.contains(" ") else { return nil }
    return .address(prefix: String(text))
  }

  static func isKeyPart(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || character == "-")
  }
}

extension StringProtocol {
  /// Where a text stands last.
  func range(ofLast wanted: String) -> Range<Index>? {
    var end = endIndex
    while end >= startIndex {
      if self[..<end].hasSuffix(wanted) {
        return self.index(end, offsetBy: -wanted.count)..<end
      }
      guard end > startIndex else { return nil }
      end = self.index(before: end)
    }
    return nil
  }
}
