import Results

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension ReportDiff {
  /// Everything that differs, as a terminal shows it.
  package var text: String {
    let sections = [
      ("made with", origin.map(Self.line)), ("options", options.map(Self.line)),
      ("values", values.map(Self.line)), ("claims", claims.map(Self.line)),
      ("figures", figures.map { "\($0.name): \($0.words)" }),
      ("text", prose.map { ($0.isNew ? "+ " : "- ") + $0.text }),
      ("pages of the same run", pages.map(Self.line)),
    ]
    let told = sections.filter { !$0.1.isEmpty }.map { name, lines in
      "\(name)\n" + lines.map { "  \($0)\n" }.joined()
    }
    return "- \(a)\n+ \(b)\n" + (told.isEmpty ? "no difference\n" : told.joined())
  }

  /// Everything that differs, as JSON; pictures are in Base64.
  package var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = (try? encoder.encode(Written(self))) ?? Data("{}".utf8)
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  private static func line(_ change: Change) -> String {
    let (old, new) = Excerpts.around(first: change.a ?? "–", change.b ?? "–")
    return "\(change.name): \(old) → \(new)\(change.amount)"
  }

  /// The difference with its pictures as text.
  private struct Written: Encodable {
    struct Figure: Encodable {
      let name: String
      let share: Double?
      let image: String?
    }

    let a: String
    let b: String
    let origin: [Change]
    let options: [Change]
    let values: [Change]
    let claims: [Change]
    let figures: [Figure]
    let prose: [Line]
    let pages: [Change]

    init(_ diff: ReportDiff) {
      a = diff.a
      b = diff.b
      origin = diff.origin
      options = diff.options
      values = diff.values
      claims = diff.claims
      figures = diff.figures.map { figure in
        Figure(
          name: figure.name, share: figure.share,
          image: figure.image.map { Data($0).base64EncodedString() })
      }
      prose = diff.prose
      pages = diff.pages
    }
  }
}

extension ReportDiff.Change {
  /// By how much a number differs, in brackets; "" for all else.
  var amount: String {
    guard let difference, difference.isFinite, difference != 0 else { return "" }
    return " (\(difference > 0 ? "+" : "")\(Self.rounded(difference)))"
  }

  /// A number in a few digits; one that is nearly zero with a power of ten.
  private static func rounded(_ number: Double) -> String {
    if number.magnitude >= 1 { return plain(number, digits: 2) }
    if number.magnitude >= 1e-4 { return plain(number, digits: 6) }
    var (shifted, power) = (number, 0)
    while shifted.magnitude < 1 {
      shifted *= 10
      power -= 1
    }
    return plain(shifted, digits: 2) + "e\(power)"
  }

  /// A number without zeros at its end.
  private static func plain(_ number: Double, digits: Int) -> String {
    let text = DecimalText.fixed(number, digits: digits)
    guard text.contains("."), !text.contains("e") else { return text }
    let end = text.lastIndex { $0 != "0" } ?? text.startIndex
    return String(text[...end].last == "." ? text[..<end] : text[...end])
  }
}

extension ReportDiff.FigureChange {
  /// How the figure differs, in words.
  var words: String {
    switch (a, b, share) {
    case (nil, _, _): "only in the second"
    case (_, nil, _): "only in the first"
    case (_, _, let share?): "\(percent(share)) of its pixels differ"
    case (_, _, nil): "of another size"
    }
  }
}
