import Notebook

extension Notebook {
  /// The running texts of the page that stand in no block: those of the front matter, and captions.
  var textsBesideBlocks: [[Inline]] {
    let titles = [frontMatter.title, frontMatter.subtitle ?? []]
    return titles + frontMatter.keyFigures.map(\.text) + steps.flatMap(\.captions)
      + frontMatter.references.map(\.text)
  }
}

extension Step {
  /// Those of its figure and of its tables.
  fileprivate var captions: [[Inline]] {
    (caption.map { [$0] } ?? []) + tables.tables.indices.compactMap(tables.caption)
  }
}
