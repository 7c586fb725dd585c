import Notebook

/// Numbers footnotes, and remembers where the text refers to them.
///
/// A class, since every piece of running text adds to the same tally.
final class NoteReferences {
  private let numbers: [String: Int]
  private var occurrences: [Int: Int] = [:]

  /// Numbers the notes in the order in which they are given.
  init(labels: [String]) {
    let pairs = labels.enumerated().map { ($0.element, $0.offset + 1) }
    numbers = Dictionary(pairs) { first, _ in first }
  }

  /// A reference in the text; the label as written where no note has it.
  func html(_ label: String) -> HTML {
    guard let number = numbers[label] else { return "[^\(label)]" }
    let occurrence = (occurrences[number] ?? 0) + 1
    occurrences[number] = occurrence
    return """
      <sup class="note"><a href="#\(Anchor.note(number))" \
      id="\(Anchor.reference(number, occurrence))" aria-label="Note \(number)">\(number)</a></sup>
      """
  }

  /// Links from a note to each place that refers to it.
  func backLinks(to number: Int) -> HTML {
    (1...max(1, occurrences[number] ?? 0)).filter { $0 <= occurrences[number] ?? 0 }
      .map { occurrence -> HTML in
        let ordinal = occurrence > 1 ? " (\(occurrence))" : ""
        return """
           <a class="back" href="#\(Anchor.reference(number, occurrence))" \
          aria-label="Back to the text\(ordinal)">↩\u{FE0E}</a>
          """
      }.joined()
  }
}
