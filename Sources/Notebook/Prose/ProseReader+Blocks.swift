extension ProseReader {
  /// What a fence at the top level becomes: a step's index, or `nil` for a listing.
  typealias StepFinder = (_ info: String, _ lines: ClosedRange<Int>, inout ProseReader) -> Int?

  /// Reads the blocks below a node.
  ///
  /// `offset` is how many lines of the notebook come before line 1
  /// of the Markdown; `step` is asked about every fence at the top level.
  mutating func blocks(
    of node: MarkdownNode, offset: Int, depth: Int = 0, step: StepFinder
  ) -> [Block] {
    guard depth < 100 else {
      let line = node.lines.lowerBound + offset
      report(
        Diagnostic(
          "this nests too deeply", at: SourceRange(line: line, column: 1, length: 1),
          help: "take some levels of quotes or lists away"))
      return []
    }
    var blocks: [Block] = []
    for child in node.children {
      if let block = block(child, offset: offset, depth: depth, step: step) { blocks.append(block) }
    }
    return blocks
  }

  private mutating func block(
    _ node: MarkdownNode, offset: Int, depth: Int, step: StepFinder
  ) -> Block? {
    let range = node.lines.lowerBound + offset...node.lines.upperBound + offset
    switch node.type {
    case "paragraph": return .paragraph(inlines(of: node, on: range))
    case "heading":
      let text = inlines(of: node, on: range)
      return .heading(level: node.headingLevel, anchor: anchor(for: text), text)
    case "thematic_break": return .thematicBreak
    case "html_block": return .html(node.literal)
    case "code_block":
      if node.isFenced, let index = step(node.fenceInfo, range, &self) { return .step(index) }
      let language = node.fenceInfo.split(separator: " ").first.map(String.init)
      return .listing(language: language, text: node.literal)
    case "block_quote":
      return .quote(blocks(of: node, offset: offset, depth: depth + 1, step: Self.nested(step)))
    case "list": return list(node, offset: offset, depth: depth, step: step)
    case "table": return table(node, offset: offset)
    case "footnote_definition":
      footnotes += 1
      return .footnote(
        label: String(footnotes),
        blocks(of: node, offset: offset, depth: depth + 1, step: Self.nested(step)))
    default: return nil
    }
  }

  private mutating func list(
    _ node: MarkdownNode, offset: Int, depth: Int, step: StepFinder
  ) -> Block {
    var items: [Block.Item] = []
    for item in node.children {
      items.append(
        Block.Item(
          isDone: item.type == "tasklist" ? item.isTaskDone : nil,
          blocks: blocks(of: item, offset: offset, depth: depth + 1, step: Self.nested(step))))
    }
    return .list(
      Block.List(
        start: node.isOrderedList ? node.listStart : nil, isTight: node.isTightList, items: items))
  }

  private mutating func table(_ node: MarkdownNode, offset: Int) -> Block {
    let alignments = node.columnAlignments.map { letter -> Block.ProseTable.Alignment in
      switch letter {
      case "l": .left
      case "c": .centre
      case "r": .right
      default: .none
      }
    }
    var header: [[Inline]] = []
    var rows: [[[Inline]]] = []
    for row in node.children {
      let line = row.lines.lowerBound + offset
      let cells = cells(of: row, line: line)
      if row.isHeaderRow { header = cells } else { rows.append(cells) }
    }
    return .table(Block.ProseTable(alignments: alignments, header: header, rows: rows))
  }

  /// The cells of a row, which all stand on one line.
  private mutating func cells(of row: MarkdownNode, line: Int) -> [[Inline]] {
    var scanner = scanner(line: line)
    return row.children.map { inlines(of: $0, &scanner, depth: 0) }
  }

  /// Within a quote, a list or a footnote a fence with a step kind is a mistake.
  private static func nested(_ step: StepFinder) -> StepFinder {
    { info, lines, reader in
      let word = info.split(separator: " ").first.map(String.init) ?? ""
      if reader.stepKinds.contains(word) {
        reader.report(
          Diagnostic(
            "a \(word) step stands within a quote or a list",
            at: SourceRange(line: lines.lowerBound, column: 1, length: 1),
            help: "put it at the top level of the notebook, without indentation"))
      }
      return nil
    }
  }
}
