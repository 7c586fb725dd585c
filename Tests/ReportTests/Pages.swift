import Notebook
import Report
import Results
import Testing

extension Report {
  /// The page of some prose.
  static func page(
    _ blocks: [Block], values: [(InlineValue, InlineOutcome)] = [], folder: String = "notebooks"
  ) throws -> String {
    let notebook = Sample.notebook(
      path: folder + "/digits.md", blocks, values: values.map(\.0))
    let results = Sample.results(values: values.map(\.1))
    return try Report(notebook, results, resultsJSON: "{}").html
  }

  /// The text of the page of some prose, as markup.
  static func text(
    _ blocks: [Block], values: [(InlineValue, InlineOutcome)] = []
  ) throws -> String {
    try main(of: page(blocks, values: values))
  }

  /// What a step that yields some outputs looks like.
  static func cell(_ step: Step, _ outputs: [Output]) throws -> String {
    try cell(step, .done(StepResult(outputs: outputs)))
  }

  static func cell(_ step: Step, _ outcome: StepOutcome) throws -> String {
    let notebook = Sample.notebook([.step(0)], steps: [step])
    return try main(
      of: try Report(notebook, Sample.results([outcome], of: [step]), resultsJSON: "{}").html)
  }

  static func main(of page: String) throws -> String {
    try #require(between("<main id=\"page:content\">\n", "</main>", in: page))
  }
}

/// What stands between the first occurrence of a text and the next of another.
func between(_ start: String, _ end: String, in text: String) -> String? {
  guard let head = text.firstRange(of: start) else { return nil }
  let rest = text[head.upperBound...]
  guard let tail = rest.firstRange(of: end) else { return nil }
  return String(rest[..<tail.lowerBound])
}

/// A tag of a page with its attributes.
struct Tag: Equatable, CustomStringConvertible {
  var name = ""
  var attributes: [(name: String, value: String)] = []

  subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  var description: String { "<\(([name] + attributes.map(\.name)).joined(separator: " "))>" }

  static func == (a: Tag, b: Tag) -> Bool { a.description == b.description }
}

/// The tags of a page, read by scalars as a browser reads them; style sheet and script are text.
func tags(of page: String) -> [Tag] {
  var tags: [Tag] = []
  var rest = Array(page.unicodeScalars)[...]
  while let open = rest.firstIndex(of: "<") {
    rest = rest[(open + 1)...]
    guard let next = rest.first, next == "/" || next == "!" || next.properties.isAlphabetic else {
      continue
    }
    let tag = tag(&rest)
    tags.append(tag)
    if tag.name == "style" || tag.name == "script" {
      let end = Array("</\(tag.name)".unicodeScalars)
      while !rest.isEmpty, !rest.starts(with: end) { rest = rest.dropFirst() }
    }
  }
  return tags
}

private func tag(_ rest: inout ArraySlice<Unicode.Scalar>) -> Tag {
  func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }
  func take(while condition: (Unicode.Scalar) -> Bool) -> String {
    let taken = rest.prefix(while: condition)
    rest = rest[taken.endIndex...]
    return text(taken)
  }
  var tag = Tag(name: take { $0 != " " && $0 != "\n" && $0 != ">" })
  while true {
    _ = take { $0 == " " || $0 == "\n" }
    guard let next = rest.first, next != ">" else { return tag }
    let name = take { $0 != "=" && $0 != " " && $0 != ">" && $0 != "\n" }
    guard rest.first == "=" else {
      tag.attributes.append((name, ""))
      continue
    }
    rest = rest.dropFirst()
    guard let quote = rest.first, quote == "\"" || quote == "'" else {
      tag.attributes.append((name, take { $0 != " " && $0 != ">" }))
      continue
    }
    rest = rest.dropFirst()
    tag.attributes.append((name, take { $0 != quote }))
    rest = rest.dropFirst()
  }
}
