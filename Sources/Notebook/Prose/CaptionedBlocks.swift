/// The blocks of a text in order, with the captions that stand below tables and images.
struct CaptionedBlocks {
  private(set) var blocks: [Block] = []
  private(set) var captions: [(caption: ProseCaption, place: SourceRange)] = []
  /// Captions of nothing.
  private(set) var problems: [Diagnostic] = []
  /// Lines of the paragraphs that give a name to nothing, each by the name: captions out of their
  /// place, or sentences.
  private(set) var strayNames: [String: Int] = [:]

  mutating func append(_ block: Block, at place: SourceRange) {
    guard case .paragraph(let inlines) = block, let found = CaptionParagraph(inlines) else {
      return blocks.append(block)
    }
    guard let above = blocks.last, found.belongs(to: above) else {
      if let problem = found.problem(at: place) { problems.append(problem) }
      if let name = found.caption.name { strayNames[name] = place.start.line }
      return blocks.append(block)
    }
    captions.append((found.caption, place))
    blocks[blocks.count - 1] = .captioned(above, found.caption)
  }
}
