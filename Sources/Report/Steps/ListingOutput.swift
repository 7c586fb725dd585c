import Language
import Results

/// Source code with the numbers that its lines have in their file.
struct ListingOutput {
  private let listing: Listing
  private let caption: HTML?
  /// A listing of more lines is folded.
  private let mostLines = 80
  /// A listing of more lines may be split between sheets of paper.
  private let mostLinesInOnePiece = 30

  init(_ listing: Listing, caption: HTML?) {
    self.listing = listing
    self.caption = caption
  }

  var html: HTML {
    let lines = Highlighter(language: listing.language).lines(listing.text)
    let range = lineText(listing.firstLine, count: lines.count)
    let place: HTML = """
      <span class="path" title="\(listing.path)">\(pathText(path))</span> \
      <span class="size">\(range)</span>
      """
    let code = lines.enumerated().map { index, line in
      numbered(line, listing.firstLine + index)
    }.joined("\n")
    let label = "\(path), \(range)"
    let words: HTML = caption.map { "<p class=\"caption\">\($0)</p>\n" } ?? ""
    guard lines.count > mostLines || listing.isFolded == true else {
      let box = codeBox(code, label: label, caption: "<p class=\"title\">\(place)</p>")
      return "<div class=\"output \(name)\">\n\(box)\(words)</div>\n"
    }
    return disclosure(place, codeBox(code, label: label) + words, class: "fold \(name)")
  }

  /// The path without the dots that lead to it from the notebook.
  private var path: String {
    listing.path.split(separator: "/").drop { $0 == ".." || $0 == "." }.joined(separator: "/")
  }

  private var name: HTML {
    let count = listing.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .count
    return count <= mostLinesInOnePiece ? "listing whole" : "listing"
  }

  /// The number is no text: it is not copied, searched or read out.
  private func numbered(_ line: HTML, _ number: Int) -> HTML {
    "<span class=\"line\" data-line=\"\(number)\"></span>\(line)"
  }
}
