import Notebook
import Plan

/// Something that is defined at one place of a notebook and mentioned at others.
enum Subject: Hashable {
  case step(String)
  /// A heading, by its anchor.
  case heading(String)
  case footnote(String)
}

/// Every mention of a step, a heading or a footnote in a notebook, in no order.
struct Mentions {
  struct Mention {
    let subject: Subject
    /// The name alone.
    let range: SourceRange
    var isDefinition = false
    /// Whether it stands where a name would be written: at the kind of a step without one.
    var isUnnamed = false
  }

  /// A path that leads to a file.
  struct FilePath {
    let path: String
    let range: SourceRange
  }

  let all: [Mention]
  let files: [FilePath]
  /// The anchors of the headings, in their order.
  let anchors: [String]

  init(_ notebook: OpenNotebook) {
    anchors = (notebook.sketch?.notebook.blocks ?? []).compactMap {
      if case .heading(_, let anchor, _) = $0 { anchor } else { nil }
    }
    var reader = MentionReader(notebook)
    reader.addSteps()
    reader.addText(anchors)
    all = reader.all
    files = reader.files
  }

  /// The mention that a place touches.
  func mention(at position: SourcePosition) -> Mention? {
    all.first { $0.range.start <= position && position <= $0.range.end }
  }

  func of(_ subject: Subject) -> [Mention] {
    all.filter { $0.subject == subject }.sorted { $0.range.start < $1.range.start }
  }
}
