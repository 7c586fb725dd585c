import Language

extension Phrases {
  /// The captions of tables that steps write themselves, each with at most one gap.
  ///
  /// A result is stored in English, whatever the language of the notebook that shows it.
  private static let captions = [
    "Labelled images of each class", "Images of each class in the two sets",
    "Precision, recall and F1 by class on the {} set",
    "The most confused pairs of classes of the {} set", "The layers of the network",
    "Accuracy of the first less that of the second, with its 95% interval",
    "The first examples that one of two alone reads correctly",
  ]

  /// A caption in the language of the page; as it is where there are no words for it.
  func caption(_ written: String) -> String {
    for caption in Self.captions {
      let parts = Self.pieces(of: caption)
      guard let head = parts.first, let tail = parts.last, written.hasPrefix(head) else { continue }
      if parts.count == 1 {
        if written == caption { return text(caption) }
      } else if written.count > head.count + tail.count, written.hasSuffix(tail) {
        return text(caption, [String(written.dropFirst(head.count).dropLast(tail.count))])
      }
    }
    return written
  }

  /// What heads a row that a step has written, in the language of the page: a word of its own, or two
  /// classes that are confused.
  func rowHead(_ written: String, under title: String) -> String {
    if ["images", "share"].contains(written) { return text(written) }
    let pair = title == "pair" ? written.split(separator: " and ").map(String.init) : []
    return pair.count == 2 ? text("{} and {}", pair) : written
  }
}
