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
  }

  /// Headings at the top level of the text, in order.
  let entries: [Entry]
  private let levels: [String: Int]

  init(_ blocks: [Block]) {
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
    self.entries = entries
    self.levels = levels
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
