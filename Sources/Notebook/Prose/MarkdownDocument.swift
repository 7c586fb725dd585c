import CMarkdown
import Synchronization

/// A parsed CommonMark text with GFM tables, strikethrough, autolinks, task lists and footnotes.
struct MarkdownDocument: ~Copyable {
  /// `nil` only where memory ran out.
  private let document: OpaquePointer?

  /// The extensions change tables of special characters that all parsers of a process share.
  private static let parsing = Mutex(())
  private static let extensions = ["table", "strikethrough", "autolink", "tasklist"]

  init(parsing lines: [String]) {
    document = Self.parsing.withLock { _ in Self.parse(lines) }
  }

  deinit {
    if let document { cmark_node_free(document) }
  }

  /// Calls `body` with the document's node, which lives no longer than the call.
  func withRoot(_ body: (MarkdownNode) -> Void) {
    if let document { body(MarkdownNode(document)) }
  }

  private static func parse(_ lines: [String]) -> OpaquePointer? {
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES) else { return nil }
    defer { cmark_parser_free(parser) }
    for name in extensions {
      if let found = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    for var line in lines {
      line += "\n"
      line.withUTF8 { utf8 in
        utf8.withMemoryRebound(to: CChar.self) { bytes in
          cmark_parser_feed(parser, bytes.baseAddress, bytes.count)
        }
      }
    }
    return cmark_parser_finish(parser)
  }
}

/// A node of a parsed text.
struct MarkdownNode {
  enum Kind: String {
    case document, list, item, tasklist, paragraph, heading, table
    case quote = "block_quote"
    case code = "code_block"
    case html = "html_block"
    case thematicBreak = "thematic_break"
    case footnote = "footnote_definition"
    case tableHeader = "table_header"
    case tableRow = "table_row"
    case tableCell = "table_cell"
    case text, strikethrough, link, image
    case codeSpan = "code"
    case softBreak = "softbreak"
    case lineBreak = "linebreak"
    case inlineHTML = "html_inline"
    case emphasis = "emph"
    case strong
    case footnoteReference = "footnote_reference"
  }

  private let pointer: OpaquePointer

  fileprivate init(_ pointer: OpaquePointer) {
    self.pointer = pointer
  }

  /// `nil` for a construct of an extension that is not attached.
  var kind: Kind? {
    // This version gives these two no name.
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_FOOTNOTE_DEFINITION: .footnote
    case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
    default: cmark_node_get_type_string(pointer).flatMap { Kind(rawValue: String(cString: $0)) }
    }
  }

  var children: [MarkdownNode] {
    var children: [MarkdownNode] = []
    var next = cmark_node_first_child(pointer)
    while let child = next {
      children.append(MarkdownNode(child))
      next = cmark_node_next(child)
    }
    return children
  }

  /// The lines the block stands on, from 1; those of paragraphs and rows are exact, but for a
  /// paragraph right above a table: the parser tells only where both stand.
  var lines: ClosedRange<Int> {
    if cmark_node_get_start_line(pointer) <= 0, let next = cmark_node_next(pointer) {
      return MarkdownNode(next).lines
    }
    let start = max(1, Int(cmark_node_get_start_line(pointer)))
    return start...max(start, Int(cmark_node_get_end_line(pointer)))
  }

  var literal: String { Self.string(cmark_node_get_literal(pointer)) }
  var destination: String { Self.string(cmark_node_get_url(pointer)) }
  var title: String { Self.string(cmark_node_get_title(pointer)) }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

  var isFence: Bool {
    var length: Int32 = 0
    var offset: Int32 = 0
    var character: CChar = 0
    return cmark_node_get_fenced(pointer, &length, &offset, &character) != 0
  }
  var fenceInfo: String { Self.string(cmark_node_get_fence_info(pointer)) }

  /// The first number of an ordered list.
  var listStart: Int? {
    guard cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST else { return nil }
    return Int(cmark_node_get_list_start(pointer))
  }
  var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }
  var isDone: Bool { cmark_gfm_extensions_get_tasklist_item_checked(pointer) }

  /// The alignment of each column of a table.
  var alignments: [Block.ProseTable.Alignment] {
    let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
    guard count > 0, let letters = cmark_gfm_extensions_get_table_alignments(pointer) else {
      return []
    }
    return (0..<count).map { column in
      switch letters[column] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .centre
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
  }

  private static func string(_ bytes: UnsafePointer<CChar>?) -> String {
    bytes.map { String(cString: $0) } ?? ""
  }
}
