import Spelling

extension ProseReader {
  mutating func list(_ node: MarkdownNode, _ container: Container) -> Block.List {
    let items = node.children.map { item in
      Block.Item(
        isDone: item.kind == .tasklist ? item.isDone : nil,
        blocks: blocks(of: item, container.deeper()))
    }
    return Block.List(start: node.listStart, isTight: node.isTight, items: items)
  }

  mutating func listing(_ node: MarkdownNode, _ container: Container) -> Block {
    guard node.isFence else {
      checkIndentedCode(node)
      return .listing(language: nil, text: node.literal)
    }
    let words = node.fenceInfo.split(whereSeparator: \.isSpace)
    if words.first == "math" { return formula(node) }
    if container.depth > 0 { steps.checkNestedFence(node) }
    return .listing(language: words.first.map(String.init), text: node.literal)
  }

  mutating func formula(_ node: MarkdownNode) -> Block {
    let read = FormulaReader.read(node, of: source, place: place(of: node))
    ownProblems += read.problems
    return read.formula.map(Block.formula) ?? .listing(language: "math", text: node.literal)
  }

  mutating func table(_ node: MarkdownNode, _ container: Container) -> Block.ProseTable {
    // The lines of a header are wrong where text stands right above it, so all rows are read
    // in one go.
    var reader = reader(for: node, container, isTable: true)
    var header: [[Inline]] = []
    var rows: [[[Inline]]] = []
    for row in node.children {
      let cells = row.children.map {
        citations.found(in: reader.inlines(of: $0, values: &values))
      }
      if row.kind == .tableHeader {
        header = cells
      } else {
        rows.append(cells)
        ownProblems +=
          TableMistakes(
            row: row.lines.lowerBound, columns: node.alignments.count, of: source
          ).problems
      }
    }
    take(reader, text(of: node, container))
    return Block.ProseTable(alignments: node.alignments, header: header, rows: rows)
  }

  mutating func inlines(of node: MarkdownNode, _ container: Container) -> [Inline] {
    var reader = reader(for: node, container, isTable: false)
    let inlines = citations.found(in: reader.inlines(of: node, values: &values))
    take(reader, text(of: node, container))
    return inlines
  }
}
