import Notebook

/// The headings of a notebook and the levels at which the page shows them.
///
/// The title is the only heading of level 1. Below it levels go down one at a time, so that whoever
/// listens to the headings hears an outline without gaps.
struct Outline {
  struct Entry: Equatable {
    let level: Int
    let anchor: String
    let text: [Inline]
    /// Such as "2.1"; `nil` where sections have no numbers.
    var number: String?
  }

  /// Headings at the top level of the text, in order.
  let entries: [Entry]
  private let levels: [String: Int]
  private let numbers: [String: String]

  init(_ blocks: [Block], isNumbered: Bool = false) {
    var headings: [Entry] = []
    var topLevel: Set<String> = []
    Self.gather(blocks, isTop: true, &headings, &topLevel)
    var levels: [String: Int] = [:]
    var entries: [Entry] = []
    // The written levels of the sections around the present place.
    var open: [Int] = []
    for heading in headings {
      open.removeAll { $0 >= heading.level }
      open.append(heading.level)
      let level = min(1 + open.count, 6)
      levels[heading.anchor] = level
      if topLevel.contains(heading.anchor) {
        entries.append(Entry(level: level, anchor: heading.anchor, text: heading.text))
      }
    }
    if isNumbered { Self.number(&entries) }
    self.entries = entries
    self.levels = levels
    let numbered = entries.compactMap { entry in entry.number.map { (entry.anchor, $0) } }
    numbers = Dictionary(numbered) { first, _ in first }
  }

  /// The number of a section; `nil` where it has none.
  func number(of anchor: String) -> String? { numbers[anchor] }

  private static func number(_ entries: inout [Entry]) {
    var counts: [Int] = []
    for index in entries.indices {
      let depth = entries[index].level - 1
      while counts.count < depth { counts.append(0) }
      counts.removeLast(counts.count - depth)
      counts[depth - 1] += 1
      entries[index].number = counts.map(String.init).joined(separator: ".")
    }
  }

  /// The level at which the page shows a heading, 2...6.
  func level(of anchor: String) -> Int { levels[anchor] ?? 2 }

  private static func gather(
    _ blocks: [Block], isTop: Bool, _ headings: inout [Entry], _ topLevel: inout Set<String>
  ) {
    for block in blocks {
      switch block {
      case .heading(let level, let anchor, let text):
        headings.append(Entry(level: level, anchor: anchor, text: text))
        if isTop { topLevel.insert(anchor) }
      case .quote(let inner), .footnote(_, let inner):
        gather(inner, isTop: false, &headings, &topLevel)
      case .list(let list):
        for item in list.items { gather(item.blocks, isTop: false, &headings, &topLevel) }
      default: break
      }
    }
  }
}
