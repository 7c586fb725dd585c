import Language
import Mathematics
import Notebook
import Results

/// Turns running text into markup, with the values of the run in their places.
struct RunningText {
  let values: InlineValueTexts
  let notes: NoteReferences
  let numbering: Numbering
  /// Images of the prose by their path.
  let images: [String: DataURL]

  func html(_ inlines: [Inline]) -> HTML {
    inlines.map(html).joined()
  }

  private func html(_ inline: Inline) -> HTML {
    switch inline {
    case .text(let text): "\(text)"
    case .code(let code): "<code>\(code)</code>"
    case .formula(let formula): HTML(markup: formula.markup)
    case .emphasis(let inner): "<em>\(html(inner))</em>"
    case .strong(let inner): "<strong>\(html(inner))</strong>"
    case .strikethrough(let inner): "<s>\(html(inner))</s>"
    case .link(let destination, let title, let inner): link(destination, title, inner)
    case .image(let path, let title, let inner): image(path, title, inner)
    case .softBreak: "\n"
    case .lineBreak: "<br>\n"
    case .tagged(let tag, let inner):
      "<\(tag.rawValue)>\(html(inner))</\(tag.rawValue)>"
    case .footnoteReference(let label): notes.html(label)
    case .value(let index): values.html(index)
    case .reference(let reference): self.reference(reference)
    }
  }

  /// "Figure 3" as a link to it; its number is not torn off at the end of a line.
  private func reference(_ reference: NumberedReference) -> HTML {
    let words = words(of: reference)
    guard let place = numbering[reference] else {
      return "<span class=\"value missing\">\(words)</span>"
    }
    return "<a class=\"reference\" href=\"#\(place.anchor)\">\(words)</a>"
  }

  private func words(of reference: NumberedReference) -> String {
    let number = numbering[reference].map { String($0.number) } ?? phrase("not run")
    return "\(phrase(reference.kind.title))\u{A0}\(number)"
  }

  private func link(_ address: LinkAddress, _ title: String, _ inner: [Inline]) -> HTML {
    let written = address.text(values: values.text)
    let destination = Report.reportOfNotebook(written) ?? written
    let inner = html(withoutReferences(inner))
    guard let target = LinkTarget(destination) else {
      return "<span title=\"\(destination)\">\(inner)</span>"
    }
    return "<a href=\"\(target.address)\"\(titleAttribute(title))>\(inner)</a>"
  }

  /// The same with the words of references alone: links hold no links.
  private func withoutReferences(_ inlines: [Inline]) -> [Inline] {
    inlines.map { inline in
      switch inline {
      case .reference(let reference): .text(words(of: reference))
      case .emphasis(let inner): .emphasis(withoutReferences(inner))
      case .strong(let inner): .strong(withoutReferences(inner))
      case .strikethrough(let inner): .strikethrough(withoutReferences(inner))
      case .tagged(let tag, let inner): .tagged(tag, withoutReferences(inner))
      case .text, .code, .formula, .link, .image, .softBreak, .lineBreak, .footnoteReference,
        .value:
        inline
      }
    }
  }

  private func image(_ path: String, _ title: String, _ inner: [Inline]) -> HTML {
    let alternative = words(of: inner)
    guard let image = images[path] else {
      return "<span class=\"missing\" title=\"\(path)\">image: \(alternative)</span>"
    }
    return "<img src=\"\(image.html)\" alt=\"\(alternative)\"\(titleAttribute(title))>"
  }

  private func titleAttribute(_ title: String) -> HTML {
    title.isEmpty ? "" : " title=\"\(title)\""
  }

  /// The text alone, for places that hold no markup.
  func words(of inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text), .code(let text): text
      case .formula(let formula): formula.text
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .link(_, _, let inner), .image(_, _, let inner), .tagged(_, let inner):
        words(of: inner)
      case .softBreak, .lineBreak: " "
      case .footnoteReference: ""
      case .value(let index): values.text(index)
      case .reference(let reference): words(of: reference)
      }
    }.joined()
  }
}
