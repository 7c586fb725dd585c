import Expressions
import Notebook
import Plan
import Results
import Runner

/// The values of the last run beside the expressions that stand for them.
struct InlayHints {
  let notebook: OpenNotebook
  let results: LastResults

  func hints(in range: SourceRange) -> [JSON] {
    (notebook.sketch?.notebook.inlineValues ?? []).compactMap { value in
      guard value.expressionRange.start <= range.end, range.start <= value.expressionRange.end
      else { return nil }
      return hint(value)
    }
  }

  private func hint(_ value: InlineValue) -> JSON? {
    guard let text = Self.text(of: value, results) else { return nil }
    let doubt = ValueText.doubt(notebook.steps(in: value.expression), results)
    let end = pastTheSpan((value.formatRange ?? value.expressionRange).end)
    return .object(compacting: [
      "position": notebook.places.json(end),
      "label": .text((doubt == nil ? "= " : "≠ ") + text),
      "paddingLeft": true,
      "tooltip": .text(doubt ?? "from the last run, of this very text"),
    ])
  }

  /// The place behind the brace and the backtick that end a value, where they stand there.
  private func pastTheSpan(_ end: SourcePosition) -> SourcePosition {
    let closing = "}`"
    guard notebook.layout.lines.indices.contains(end.line - 1) else { return end }
    let rest = notebook.layout.lines[end.line - 1].dropFirst(end.column - 1)
    return rest.hasPrefix(closing) ? end.advanced(by: closing.count) : end
  }

  /// The text of a value as the last run would write it.
  static func text(of value: InlineValue, _ results: LastResults?) -> String? {
    guard let result = ValueText.value(of: value.expression, results) else { return nil }
    guard let format = value.format else {
      return ValueText.short(result) == nil ? nil : result.plainText
    }
    return try? FormatSpecification(parsing: format).format(result)
  }
}
