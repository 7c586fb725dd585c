import Files
import Notebook
import Plan
import Report

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What two runs can be compared by: a report, or the `results.json` of one.
package struct ReportContents: Sendable {
  /// The path as the user wrote it.
  let path: String
  /// The text of its `results.json`.
  let results: String
  /// `nil` where there is nothing but the values.
  let page: Page?

  /// What a report holds beside its values.
  struct Page: Sendable {
    let html: String
    let record: PageRecord
    let notebook: Notebook
    /// The claims in their order, each with whether it holds.
    let claims: [(sentence: String, holds: Bool)]
    /// The light picture of each figure, by its number and the step that it stands in.
    let figures: [(step: String, png: [UInt8])]
  }

  private static let largest = 1 << 29

  /// Reads a report, or a `results.json`.
  package init(_ path: String) throws(VerificationError) {
    guard path.hasSuffix(".json") else {
      let report = try ReceivedReport(path)
      self.path = path
      results = report.results
      page = try Page(report)
      return
    }
    do throws(FileError) {
      let bytes = try RegularFile(path).contents(atMost: Self.largest)
      results = String(decoding: bytes, as: UTF8.self)
    } catch {
      throw VerificationError(error, at: path)
    }
    guard (try? JSONDecoder().decode([String: AnyValue].self, from: Data(results.utf8))) != nil
    else { throw .noResults(path) }
    self.path = path
    page = nil
  }
}

/// A value of JSON of which nothing is asked but that it is one.
private struct AnyValue: Decodable {
  init(from decoder: any Decoder) {}
}

extension ReportContents.Page {
  init(_ report: ReceivedReport) throws(VerificationError) {
    html = report.html
    record = report.record
    let source = SourceFile(
      path: report.record.notebook, text: String(decoding: report.notebook, as: UTF8.self))
    do throws(NotebookProblems) {
      notebook = try Notebook(source: source, stepKinds: StepKind.syntaxes)
    } catch {
      guard let remainder = error.remainder else { throw .noRecord(report.path) }
      notebook = remainder
    }
    let pieces = PagePieces(report.html).pieces
    claims = Self.claims(in: pieces)
    figures = Self.figures(in: pieces)
  }

  private static func claims(in pieces: [PagePieces.Piece]) -> [(sentence: String, holds: Bool)] {
    var claims: [(sentence: String, holds: Bool)] = []
    var holds: Bool?
    for (place, piece) in pieces.enumerated() {
      if piece.text == "<li class=\"holds\">" { holds = true }
      if piece.text.hasPrefix("<li class=\"fails\"") { holds = false }
      guard piece.text == "<p>", let verdict = holds, pieces.indices.contains(place + 1) else {
        continue
      }
      claims.append((unescaped(pieces[place + 1].text), verdict))
      holds = nil
    }
    return claims
  }

  private static func figures(in pieces: [PagePieces.Piece]) -> [(step: String, png: [UInt8])] {
    pieces.compactMap { piece in
      guard piece.text.hasPrefix("<img class=\"light\""),
        let url = PagePieces.attribute("src", of: piece.text),
        let png = PageComparison.bytes(ofDataURL: url)
      else { return nil }
      let anchor = piece.place.anchor
      // Pages of older versions have no anchor of the figure itself.
      let prefix = ["figure:", "step:"].first(where: anchor.hasPrefix) ?? ""
      return (String(anchor.dropFirst(prefix.count)), png)
    }
  }

  /// The options of every step as they were in the run, by `STEP.OPTION`, in order; claims are none.
  var options: [(name: String, text: String)] {
    let set = Dictionary(
      record.overrides.compactMap { text -> (String, String)? in
        text.firstIndex(of: "=").map {
          (String(text[..<$0]), String(text[text.index(after: $0)...]))
        }
      }
    ) { _, last in last }
    var options: [(name: String, text: String)] = [("seed", String(record.seed))]
    var known: Set<String> = ["seed"]
    for step in notebook.steps where step.syntax.body == .options {
      for option in step.options where option.key != "caption" {
        let name = "\(step.name).\(option.key)"
        known.insert(name)
        options.append((name, set[name] ?? option.value.written))
      }
    }
    return options
      + set.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }
}

extension OptionValue {
  /// The value on one line, in a form of its own that equal values share.
  fileprivate var written: String {
    switch self {
    case .scalar(let text, _, _): text
    case .list(let values, _): "[" + values.map(\.written).joined(separator: ", ") + "]"
    case .mapping(let options, _):
      "{" + options.map { "\($0.key): \($0.value.written)" }.joined(separator: ", ") + "}"
    }
  }
}
