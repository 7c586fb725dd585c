import Report

/// What differs between a page that was received and the one that its run makes here.
package struct PageComparison {
  /// Differences of what the page says, in the order of the page.
  private(set) var differences: [Difference] = []
  /// Figures whose bytes differ, each pair of them.
  private(set) var figures: [FigurePair] = []
  /// How many images of figures are the same to the byte.
  private(set) var sameFigures = 0

  struct FigurePair {
    /// Such as "figure 7".
    let name: String
    let received: [UInt8]
    let made: [UInt8]
  }

  /// Differences that are told at most.
  private static let most = 20

  package init(received: String, made: String) {
    let (old, new) = (PagePieces(received).pieces, PagePieces(made).pieces)
    for (a, b) in zip(old, new) {
      if a == b {
        if Self.figure(a) != nil { sameFigures += 1 }
        continue
      }
      if let pair = Self.pair(a, b) {
        figures.append(pair)
        continue
      }
      differences.append(Self.difference(a, b))
      // Behind a piece of another kind nothing stands beside its like.
      if differences.count == Self.most || Self.tagName(a) != Self.tagName(b) { return }
    }
    if differences.isEmpty, old.count != new.count {
      let place = (old.count > new.count ? old : new)[min(old.count, new.count)].place
      differences.append(
        Difference(
          what: "what stands at the end", place: place.anchor,
          received: old.count > new.count ? "more than the run makes" : "less than the run makes",
          made: ""))
    }
  }

  private static func tagName(_ piece: PagePieces.Piece) -> Substring {
    piece.text.hasPrefix("<") ? piece.text.prefix { $0 != " " && $0 != ">" } : ""
  }

  /// The image of a figure; `nil` for all else.
  private static func figure(_ piece: PagePieces.Piece) -> String? {
    guard piece.place.output.hasPrefix("figure ") else { return nil }
    // The same figure for a narrow page.
    if piece.text.hasPrefix("<source ") { return PagePieces.attribute("srcset", of: piece.text) }
    return piece.text.hasPrefix("<img class=\"") ? PagePieces.attribute("src", of: piece.text) : nil
  }

  /// Two images of a figure that differ in nothing but their pixels.
  private static func pair(_ a: PagePieces.Piece, _ b: PagePieces.Piece) -> FigurePair? {
    guard let old = figure(a), let new = figure(b),
      old != new, frame(a, old) == frame(b, new),
      let received = bytes(ofDataURL: old), let made = bytes(ofDataURL: new)
    else { return nil }
    return FigurePair(name: a.place.output, received: received, made: made)
  }

  /// A figure without its pixels, and without where its data lie among them.
  private static func frame(_ piece: PagePieces.Piece, _ pixels: String) -> String {
    let bands = PagePieces.attribute("data-bands", of: piece.text) ?? ""
    return String(piece.text).replacing(pixels, with: "")
      .replacing(" data-bands=\"\(bands)\"", with: "")
  }

  static func bytes(ofDataURL url: String) -> [UInt8]? {
    url.firstRange(of: ";base64,").flatMap {
      PageRecord.bytes(ofBase64: String(url[$0.upperBound...]))
    }
  }

  private static func difference(_ a: PagePieces.Piece, _ b: PagePieces.Piece) -> Difference {
    let place = a.place
    let (old, new) = Excerpts.around(first: String(a.text), String(b.text))
    return Difference(what: what(a), place: place.anchor, received: old, made: new)
  }

  /// What a piece is, in words.
  private static func what(_ piece: PagePieces.Piece) -> String {
    let place = piece.place
    if !place.expression.isEmpty { return "the value \(unescaped(place.expression))" }
    if let name = PagePieces.attribute("download", of: piece.text), !name.isEmpty {
      return "the download \(unescaped(name))"
    }
    if piece.text.hasPrefix("<a "), piece.text.contains(" data-labels=") {
      return "the download of \(place.output)"
    }
    switch place.element {
    case "script" where place.output == "the digit pad": return "the network of the digit pad"
    case "script" where place.anchor == "page:results": return "the download results.json"
    case "script": return "a script"
    case "data": return "the record of how it was made"
    case "style": return "the style sheet"
    case "td", "th": return "a cell of \(place.output.isEmpty ? "a table" : place.output)"
    case "img": return "an image\(place.output.isEmpty ? "" : " of \(place.output)")"
    case "a" where piece.text.hasPrefix("<"): return "a link"
    default: return place.output.isEmpty ? "the text" : "the text of \(place.output)"
    }
  }
}

/// Something that a report says and its run does not.
package struct Difference: Sendable, Equatable, Codable {
  /// What it is, such as "the value dev.accuracy:.1%".
  package let what: String
  /// The nearest named place above, such as "results".
  package let place: String
  package let received: String
  package let made: String
}

/// The parts of two texts around their first difference.
enum Excerpts {
  private static let lead = 24
  private static let longest = 72

  static func around(first a: String, _ b: String) -> (String, String) {
    let (old, new) = (Array(a), Array(b))
    let same = zip(old, new).prefix { $0 == $1 }.count
    return (excerpt(old, same), excerpt(new, same))
  }

  private static func excerpt(_ text: [Character], _ place: Int) -> String {
    let start = max(0, place - lead)
    let end = min(text.count, start + longest)
    let cut = String(text[start..<end].map { $0.isNewline ? " " : $0 })
    return (start > 0 ? "…" : "") + unescaped(cut) + (end < text.count ? "…" : "")
  }
}
