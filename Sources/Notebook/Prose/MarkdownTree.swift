import CMarkdown

/// A Markdown text as cmark-gfm reads it: CommonMark with tables, strikethrough, autolinks, task
/// lists and footnotes.
///
/// Owns the tree; its nodes are valid as long as it is.
final class MarkdownTree {
  private let document: OpaquePointer

  /// Reads a text; `nil` where memory runs out.
  init?(_ text: String) {
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8) else {
      return nil
    }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      if let found = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    cmark_parser_feed(parser, text, text.utf8.count)
    guard let document = cmark_parser_finish(parser) else { return nil }
    self.document = document
  }

  deinit {
    cmark_node_free(document)
  }

  var root: MarkdownNode { MarkdownNode(pointer: document) }
}

/// A node of a Markdown tree.
struct MarkdownNode {
  fileprivate let pointer: OpaquePointer

  /// What cmark calls it, such as "paragraph".
  var type: String { text(cmark_node_get_type_string(pointer)) }

  var children: MarkdownChildren { MarkdownChildren(following: cmark_node_first_child(pointer)) }

  /// The contents of text, code, HTML, and the label of a footnote.
  var literal: String { text(cmark_node_get_literal(pointer)) }

  /// The lines it stands on, from 1.
  var lines: ClosedRange<Int> {
    let start = max(1, Int(cmark_node_get_start_line(pointer)))
    return start...max(start, Int(cmark_node_get_end_line(pointer)))
  }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isFenced: Bool {
    var (length, offset, character): (Int32, Int32, CChar) = (0, 0, 0)
    return cmark_node_get_fenced(pointer, &length, &offset, &character) != 0
  }
  var fenceInfo: String { text(cmark_node_get_fence_info(pointer)) }
  var url: String { text(cmark_node_get_url(pointer)) }
  var title: String { text(cmark_node_get_title(pointer)) }
  var isOrderedList: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
  var isTightList: Bool { cmark_node_get_list_tight(pointer) != 0 }
  var isTaskDone: Bool { cmark_gfm_extensions_get_tasklist_item_checked(pointer) }
  var isHeaderRow: Bool { cmark_gfm_extensions_get_table_row_is_header(pointer) != 0 }

  /// The alignment of each column of a table: "l", "c", "r" or none.
  var columnAlignments: [Character?] {
    guard let alignments = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    return (0..<Int(cmark_gfm_extensions_get_table_columns(pointer))).map { column in
      alignments[column] == 0 ? nil : Character(Unicode.Scalar(alignments[column]))
    }
  }

  private func text(_ string: UnsafePointer<CChar>?) -> String {
    string.map { String(cString: $0) } ?? ""
  }
}

/// The children of a node, in order.
struct MarkdownChildren: Sequence, IteratorProtocol {
  fileprivate var following: OpaquePointer?

  mutating func next() -> MarkdownNode? {
    guard let node = following else { return nil }
    following = cmark_node_next(node)
    return MarkdownNode(pointer: node)
  }
}
