import Language
import Notebook

/// Numbers footnotes, and remembers where the text refers to them.
///
/// A class, since every piece of running text adds to the same tally.
final class NoteReferences {
  private let numbers: [String: Int]
  private var occurrences: [Int: Int] = [:]
  /// Works by their keys: the number of each, and the beginning of its words.
  private let works: [String: (number: Int, words: String)]

  /// Numbers the notes in the order in which they are given, and the works apart from them.
  init(labels: [String], works: [(key: String, words: String)] = []) {
    self.works = Dictionary(
      works.enumerated().map {
        ($0.element.key, ($0.offset + 1, Self.beginning(of: $0.element.words)))
      }
    ) { first, _ in first }
    let pairs = labels.enumerated().map { ($0.element, $0.offset + 1) }
    numbers = Dictionary(pairs) { first, _ in first }
  }

  /// As much of a work as each place repeats that refers to it.
  ///
  /// Counted in scalars: a character with accents may be as long as the work.
  private static func beginning(of words: String) -> String {
    let longest = 300
    let scalars = words.unicodeScalars
    guard
      let end = scalars.index(scalars.startIndex, offsetBy: longest, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return words }
    return String(scalars[..<end]) + "…"
  }

  /// A reference in the text; the label as written where no note has it.
  func html(_ label: String) -> HTML {
    if let work = works[label] {
      return """
        <a class="cite" href="#\(Anchor.work(label))" title="\(work.words)">[\(work.number)]</a>
        """
    }
    guard let number = numbers[label] else { return "[^\(label)]" }
    let occurrence = (occurrences[number] ?? 0) + 1
    occurrences[number] = occurrence
    return """
      <sup class="note"><a href="#\(Anchor.note(number))" \
      id="\(Anchor.reference(number, occurrence))" aria-label="\(phrase("Note {}", String(number)))">\(number)</a></sup>
      """
  }

  /// Links from a note to each place that refers to it.
  func backLinks(to number: Int) -> HTML {
    (1...max(1, occurrences[number] ?? 0)).filter { $0 <= occurrences[number] ?? 0 }
      .map { occurrence -> HTML in
        let ordinal = occurrence > 1 ? " (\(occurrence))" : ""
        return """
           <a class="back" href="#\(Anchor.reference(number, occurrence))" \
          aria-label="\(phrase("Back to the text"))\(ordinal)">↩\u{FE0E}</a>
          """
      }.joined()
  }
}
