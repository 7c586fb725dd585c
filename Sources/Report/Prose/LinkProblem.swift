package import Notebook
import Spelling

/// A link of the prose that leads nowhere from the page.
package struct LinkProblem: Sendable, Equatable {
  package enum Reason: Sendable, Equatable {
    /// No place of the page has the name; the nearest that there is.
    case noPlace(near: String?)
    /// It is a path, and the report does not lie where the notebook does.
    case path(files: [String])
    /// A scheme that pages do not follow, or an address that browsers would mend.
    case refused
  }

  /// The address as the notebook writes it.
  package let address: String
  package let reason: Reason

  /// What is wrong, in one line with no full stop.
  package var message: String {
    switch reason {
    case .noPlace: "there is no place '\(address)' in the page"
    case .path: "'\(address)' leads nowhere from the report, which lies elsewhere"
    case .refused: "a report follows no link to '\(address)'"
    }
  }

  /// The address with the place that was likely meant.
  package var misspelling: Misspelling? {
    guard case .noPlace(let near?) = reason else { return nil }
    return Misspelling(address, meant: near)
  }

  /// What to do, in one line.
  package var help: String {
    switch reason {
    case .noPlace(let near?): "did you mean '\(near)'?"
    case .noPlace(nil): "write # and a heading in lower case, with hyphens for blanks"
    case .path(let files) where files.isEmpty: "write an address that begins with https://"
    case .path(let files):
      "write an address that begins with https://, or a file that the run writes: "
        + files.prefix(6).joined(separator: ", ")
    case .refused: "write an address that begins with https:, http: or mailto:"
    }
  }
}

extension Report {
  /// The links of a notebook that lead nowhere from its page, in the order of the text, each once.
  ///
  /// - Parameter files: the paths of the files that the run writes beside the page.
  package static func linkProblems(in notebook: Notebook, files: [String]) -> [LinkProblem] {
    let headings = headingAnchors(in: notebook.blocks)
    var near = NearHeadings(headings: headings)
    let files = (list: files, set: Set(files))
    let places = Set(
      headings + notebook.steps.enumerated().map { Anchor.step($0.offset, $0.element) }
        + numberedAnchors(in: notebook) + [
          Anchor.content, Anchor.colophon, Anchor.notes, Anchor.references, "",
        ]
        + notebook.frontMatter.references.map { Anchor.work($0.key) })
    var seen: Set<String> = []
    return links(in: notebook).compactMap { link in
      let values = notebook.inlineValues
      let address = link.text { values.indices.contains($0) ? values[$0].written : "" }
      guard seen.insert(address).inserted, let reason = reason(for: link, &near, places, files)
      else { return nil }
      return LinkProblem(address: address, reason: reason)
    }
  }

  /// The places of figures and tables that are sure to be in the page.
  private static func numberedAnchors(in notebook: Notebook) -> [String] {
    let ofSteps = notebook.steps.flatMap { step in
      [(NumberedKind.figure, step.syntax.figures), (.table, step.syntax.tables)].flatMap {
        kind, count in
        (0..<count).filter { kind == .figure || !step.tables.hides($0) }.map {
          Anchor.numbered(kind, step.name, index: $0, number: 0)
        }
      }
    }
    return ofSteps
      + notebook.blocks.compactMap { block in
        guard case .captioned(_, let caption) = block, let name = caption.name else { return nil }
        return Anchor.numbered(caption.kind, name, index: 0, number: 0)
      }
  }

  /// Why a link leads nowhere; `nil` where it may lead somewhere, as where a value decides on it.
  private static func reason(
    for link: LinkAddress, _ near: inout NearHeadings, _ places: Set<String>,
    _ files: (list: [String], set: Set<String>)
  ) -> LinkProblem.Reason? {
    let address = link.text { _ in "" }
    if link.hasValues, link.lead.isEmpty || link.lead.first == "#" { return nil }
    if address.first == "#" {
      let name = percentDecoded(String(address.dropFirst())) ?? String(address.dropFirst())
      guard !places.contains(name) else { return nil }
      return .noPlace(near: near.heading(like: name).map { "#" + $0 })
    }
    guard LinkTarget(address) != nil else { return .refused }
    if LinkTarget.hasScheme(address) { return nil }
    let path = address.hasPrefix("./") ? String(address.dropFirst(2)) : address
    return files.set.contains(path) ? nil : .path(files: files.list)
  }
}

/// Finds the heading that a link may have meant, in time that does not grow with the mistakes.
private struct NearHeadings {
  let headings: [String]
  /// Headings by their letters and digits alone; most notebooks never ask.
  private lazy var bare = Dictionary(headings.map { (Self.bare($0), $0) }) { first, _ in first }
  /// Those that are compared letter by letter.
  private var compared: ArraySlice<String> { headings.prefix(Self.mostCompared) }
  private var comparisons = 0

  private static let mostCompared = 200
  private static let mostComparisons = 50

  init(headings: [String]) { self.headings = headings }

  /// The same but for its case and marks, or one near it.
  mutating func heading(like name: String) -> String? {
    let wanted = Self.bare(name)
    if let same = bare[wanted] { return same }
    comparisons += 1
    guard comparisons <= Self.mostComparisons else { return nil }
    return suggestion(for: name, among: Array(compared))
      ?? compared.first { !Self.bare($0).isEmpty && wanted.hasPrefix(Self.bare($0)) }
  }

  private static func bare(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
