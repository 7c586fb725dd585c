import Notebook

/// Every path of an image in a notebook, in the order of the text, each once.
func imagePaths(in notebook: Notebook) -> [String] {
  let paths =
    notebook.textsBesideBlocks.flatMap(imagePaths) + notebook.blocks.flatMap(imagePaths)
  var seen: Set<String> = []
  return paths.filter { seen.insert($0).inserted }
}

private func imagePaths(in inlines: [Inline]) -> [String] {
  inlines.flatMap { inline -> [String] in
    switch inline {
    case .image(let path, _, _): [path]
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
      .link(_, _, let inner), .tagged(_, let inner):
      imagePaths(in: inner)
    case .text, .code, .formula, .softBreak, .lineBreak, .footnoteReference, .value,
      .reference:
      []
    }
  }
}

private func imagePaths(in block: Block) -> [String] {
  switch block {
  case .heading(_, _, let inlines), .paragraph(let inlines): imagePaths(in: inlines)
  case .quote(let inner), .footnote(_, let inner): inner.flatMap(imagePaths)
  case .list(let list): list.items.flatMap(\.blocks).flatMap(imagePaths)
  case .table(let table): (table.header + table.rows.joined()).flatMap(imagePaths)
  case .captioned(let inner, let caption): imagePaths(in: inner) + imagePaths(in: caption.text)
  case .listing, .formula, .thematicBreak, .step: []
  }
}
