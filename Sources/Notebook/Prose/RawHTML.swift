/// What a piece of raw HTML is, as far as it matters: a page shows none.
struct RawHTML {
  enum Kind: Equatable {
    /// It is for authors, and never reaches the page.
    case comment
    case lineBreak
    case opening(Tag)
    case closing(Tag)
    /// Anything else, by the name of its tag in lower case; "" for what has none.
    case refused(String)
  }

  let kind: Kind

  /// Takes a single tag or comment.
  init(_ literal: String) {
    if literal.hasPrefix("<!--") {
      kind = .comment
      return
    }
    let name = Self.name(of: literal)
    let isPlain = literal.dropFirst().allSatisfy { $0.isLetter || "/ >".contains($0) }
    switch (name, Tag(rawValue: name)) {
    case ("br", _) where isPlain: kind = .lineBreak
    case (_, let tag?) where isPlain: kind = literal.hasPrefix("</") ? .closing(tag) : .opening(tag)
    default: kind = .refused(name)
    }
  }

  /// The name of the tag that a text begins with, in lower case.
  static func name(of literal: some StringProtocol) -> String {
    literal.dropFirst().drop { $0 == "/" }
      .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }.lowercased()
  }

  /// That a tag is refused, and what to write in its place.
  static func problem(ofTag name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      name.isEmpty ? "raw markup" : "raw HTML: <\(name)>", at: range,
      help: help[name] ?? "write Markdown, or \\< for a '<' that is text")
  }

  private static let help: [String: String] = {
    let rows: [(names: [String], help: String)] = [
      (["b", "strong"], "write **words**, or \\< for a '<' that is text"),
      (["i", "em", "cite", "var"], "write *words*, or \\< for a '<' that is text"),
      (["s", "del", "strike"], "write ~~words~~"),
      (["code", "tt", "samp"], "write it between backticks"),
      (["pre"], "write it in a fence of its own: ```text"),
      (["a"], "write [words](address)"),
      (["img", "picture", "figure", "figcaption"], "write ![words](path)"),
      (["h1", "h2", "h3", "h4", "h5", "h6"], "write '## ' before the words"),
      (["hr"], "write --- on a line of its own"),
      (["ul", "ol", "li", "dl", "dt", "dd"], "write '- ' or '1. ' before each item"),
      (["blockquote", "q"], "write '> ' before each line"),
      (["table", "thead", "tbody", "tr", "td", "th"], "write the table with bars: | a | b |"),
      (
        ["details", "summary"],
        "write the text in the open; long listings and tables fold by themselves"
      ),
      (["br", "sub", "sup", "kbd"], "write the tag alone, without attributes"),
      (
        ["script", "style", "iframe", "object", "embed", "link", "meta"],
        "delete it: a report runs and loads nothing of a notebook's own"
      ),
      (
        ["p", "div", "span", "center", "font", "section", "article", "u", "mark", "small"],
        "write Markdown; the page has a style of its own"
      ),
    ]
    return Dictionary(rows.flatMap { row in row.names.map { ($0, row.help) } }) { first, _ in first
    }
  }()
}
