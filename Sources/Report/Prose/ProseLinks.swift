import Notebook
import Results

/// Every link of a notebook, in the order of the text.
func links(in notebook: Notebook) -> [LinkAddress] {
  notebook.textsBesideBlocks.flatMap(links) + notebook.blocks.flatMap(links)
}

private func links(in inlines: [Inline]) -> [LinkAddress] {
  inlines.flatMap { inline -> [LinkAddress] in
    switch inline {
    case .link(let address, _, let inner): [address] + links(in: inner)
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
      .image(_, _, let inner), .tagged(_, let inner):
      links(in: inner)
    case .text, .code, .formula, .softBreak, .lineBreak, .footnoteReference, .value,
      .reference:
      []
    }
  }
}

private func links(in block: Block) -> [LinkAddress] {
  switch block {
  case .heading(_, _, let inlines), .paragraph(let inlines): links(in: inlines)
  case .quote(let inner), .footnote(_, let inner): inner.flatMap(links)
  case .list(let list): list.items.flatMap(\.blocks).flatMap(links)
  case .table(let table): (table.header + table.rows.joined()).flatMap(links)
  case .captioned(let inner, let caption): links(in: inner) + links(in: caption.text)
  case .listing, .formula, .thematicBreak, .step: []
  }
}

/// The places of the page that headings make, in the order of the text.
func headingAnchors(in blocks: [Block]) -> [String] {
  blocks.flatMap { block -> [String] in
    switch block {
    case .heading(_, let anchor, _): [anchor]
    case .quote(let inner), .footnote(_, let inner): headingAnchors(in: inner)
    case .list(let list): headingAnchors(in: list.items.flatMap(\.blocks))
    case .paragraph, .listing, .formula, .captioned, .table, .thematicBreak, .step: []
    }
  }
}
