/// A page in pieces: tags, and the text between them, each with where it stands.
struct PagePieces {
  struct Piece: Equatable {
    /// A tag with its angle brackets, or text.
    let text: Substring
    let place: Place

    /// Whether both are the same bytes: spellings of a letter are told apart.
    static func == (a: Self, b: Self) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }
  }

  /// Where a piece stands, in words for readers.
  struct Place: Equatable {
    /// The last named place above: a heading or a step.
    var anchor = ""
    /// The figure or table that it belongs to, such as "figure 7"; "" for none.
    var output = ""
    /// The element that the piece is or stands in.
    var element = ""
    /// The expression of an inline value.
    var expression = ""
  }

  let pieces: [Piece]

  init(_ html: String) {
    var pieces: [Piece] = []
    var place = Place()
    var figures = 0
    var rest = Substring(html)
    while !rest.isEmpty {
      let isTag = rest.first == "<"
      let end: Substring.Index
      if isTag {
        end = rest.firstIndex(of: ">").map(rest.index(after:)) ?? rest.endIndex
      } else if place.element == "script" || place.element == "style" {
        end = rest.firstRange(of: "</")?.lowerBound ?? rest.endIndex
      } else {
        end = rest.firstIndex(of: "<") ?? rest.endIndex
      }
      let text = rest[..<end]
      if isTag { Self.enter(text, &place, &figures) }
      pieces.append(Piece(text: text, place: place))
      if isTag, text.hasPrefix("</") { place.element = "" }
      rest = rest[end...]
    }
    self.pieces = pieces
  }

  private static func enter(_ tag: Substring, _ place: inout Place, _ figures: inout Int) {
    let name = tag.dropFirst().drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
    place.element = String(name)
    if let id = attribute("id", of: tag) {
      place.anchor = id
      place.output = ""
    }
    // The first line; the others say what stands behind the value.
    let title = name == "data" ? attribute("title", of: tag) ?? "" : ""
    place.expression = String(title.prefix { !$0.isNewline })
    if tag.hasPrefix("<figure"), name == "figure" {
      figures += 1
      place.output = "figure \(figures)"
    } else if tag.hasPrefix("<div class=\"scroll"), let label = attribute("aria-label", of: tag) {
      place.output = label.prefix(1).lowercased() + label.dropFirst()
    } else if tag.hasPrefix("<section class=\"pad") {
      place.output = "the digit pad"
    } else if tag.hasPrefix("<div class=\"file") {
      place.output = "the file"
    }
  }

  /// The value of an attribute, as it is written.
  static func attribute(_ name: String, of tag: Substring) -> String? {
    guard let start = tag.firstRange(of: " \(name)=\""),
      let end = tag[start.upperBound...].firstIndex(of: "\"")
    else { return nil }
    return String(tag[start.upperBound..<end])
  }
}
