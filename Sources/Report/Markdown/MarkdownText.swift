import Language
import Mathematics
import Notebook
import Results
import Spelling

/// Turns running text into Markdown, with the values of the run in their places.
struct MarkdownText {
  let values: InlineValueTexts
  let numbering: Numbering
  /// The paths of the images of the prose beside the report, by the path that the notebook writes.
  let images: [String: String]
  /// Whether it is of a table's cell, which ends at a bare bar even within code.
  private var isCell = false

  init(values: InlineValueTexts, numbering: Numbering, images: [String: String]) {
    self.values = values
    self.numbering = numbering
    self.images = images
  }

  func markdown(_ inlines: [Inline]) -> String { inlines.map(markdown).joined() }

  /// Text of a cell of a table.
  func cell(_ inlines: [Inline]) -> String {
    var text = self
    text.isCell = true
    return text.line(inlines)
  }

  /// Text that stands on one line, as captions do.
  func line(_ inlines: [Inline]) -> String {
    markdown(inlines).split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private func markdown(_ inline: Inline) -> String {
    switch inline {
    case .text(let text): Self.escaped(text)
    case .code(let code): verbatim(Self.code(code))
    case .formula(let formula): verbatim("$`\(formula.tex)`$")
    case .emphasis(let inner): "*\(markdown(inner))*"
    case .strong(let inner): "**\(markdown(inner))**"
    case .strikethrough(let inner): "~~\(markdown(inner))~~"
    case .link(let destination, _, let inner):
      "[\(markdown(inner))](\(Self.address(destination.text(values: values.text))))"
    case .image(let path, _, let inner):
      images[path].map { "![\(markdown(inner))](\($0))" } ?? markdown(inner)
    case .softBreak: "\n"
    case .lineBreak: "<br>\n"
    case .tagged(let tag, let inner): "<\(tag.rawValue)>\(markdown(inner))</\(tag.rawValue)>"
    case .footnoteReference(let label): "[^\(label)]"
    case .value(let index): Self.escaped(values.text(index))
    case .reference(let reference): self.reference(reference)
    }
  }

  /// What Markdown does not read, but for a cell's end: of `\|` the table takes the backslash.
  private func verbatim(_ markdown: String) -> String {
    isCell ? markdown.replacingScalar("|", with: "\\|") : markdown
  }

  private func reference(_ reference: NumberedReference) -> String {
    let title = phrase(reference.kind.title)
    guard let place = numbering[reference] else { return title }
    let words = "\(title)\u{A0}\(place.number)"
    return "[\(words)](#\(Self.anchor(place.anchor)))"
  }

  /// The name of a place in the document; those of the page have a colon, which GitHub takes out.
  static func anchor(_ name: String) -> String { name.replacing(":", with: "-") }

  private static func address(_ address: String) -> String {
    let written = Report.reportOfNotebook(address, page: "index.md") ?? address
    let target = LinkTarget(written)?.address ?? "#"
    let isOwn = ["#step:", "#figure:", "#table:"].contains { target.hasPrefix($0) }
    return (isOwn ? anchor(target) : target)
      .replacingScalar("(", with: "%28").replacingScalar(")", with: "%29")
      .replacingScalar("|", with: "%7C")
  }

  /// A code span whose fence is longer than any within it.
  static func code(_ code: String) -> String {
    let fence = backticks(around: code, atLeast: 1)
    let gap = code.first == "`" || code.last == "`" ? " " : ""
    return fence + gap + code + gap + fence
  }

  /// More backticks than stand side by side anywhere in a text.
  static func backticks(around text: String, atLeast least: Int) -> String {
    var (longest, run) = (least - 1, 0)
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    return String(repeating: "`", count: longest + 1)
  }

  /// Text without what has a meaning in Markdown, at the beginning of a line too.
  static func escaped(_ text: String) -> String {
    var result = ""
    // By scalars: a bar with an accent on it is one character, and still ends a cell.
    for (index, scalar) in text.unicodeScalars.enumerated() {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$": result += "\\\(scalar)"
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      case "#", "+", "-", "=", ">": result += index == 0 ? "\\\(scalar)" : "\(scalar)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    // "1." and "1)" would begin a list.
    let digits = result.prefix { $0.isASCII && $0.isNumber }
    let rest = result.dropFirst(digits.count)
    if !digits.isEmpty, digits.count < 10, rest.first == "." || rest.first == ")",
      rest.dropFirst().first.map(\.isWhitespace) ?? true
    {
      return digits + "\\" + rest
    }
    return result
  }
}
