/// Follows, line by line, how many quotes, items and footnotes stand within one another.
///
/// Their marks are read as CommonMark 0.29 sections 5.1 and 5.2 say, those within a listing of an
/// item too: nobody writes a hundred of them there.
struct OpenContainers {
  private enum Container {
    case quote
    /// An item or a footnote, by the columns that its lines are indented.
    case indented(Int)
  }

  private var open: [Container] = []
  /// Whether a line without the marks may still belong to the paragraph before it.
  private var isAfterText = false

  var depth: Int { open.count }

  /// Reads a line, but no more marks of it than take the depth above a limit.
  mutating func read(_ line: String.UTF8View, upTo limit: Int) {
    var cursor = MarkCursor(line)
    let matched = open.prefix { Self.goesOn($0, &cursor) }.count
    var isMarked = false
    while open.count <= limit || !isMarked, let container = Self.opening(&cursor) {
      // What the line does not go on with ends where something else begins.
      if !isMarked { open.removeSubrange(matched...) }
      isMarked = true
      open.append(container)
    }
    if !isMarked, cursor.isBlank || !isAfterText { open.removeSubrange(matched...) }
    isAfterText = !cursor.isBlank
  }

  /// Whether a line goes on with a container; moves past what says so.
  private static func goesOn(_ container: Container, _ cursor: inout MarkCursor) -> Bool {
    switch container {
    case .quote: return cursor.skipQuote()
    case .indented(let columns):
      guard !cursor.isBlank else { return true }
      guard cursor.indentation(upTo: columns) == columns else { return false }
      cursor.skipColumns(columns)
      return true
    }
  }

  /// The container that begins at the cursor, which is moved past its mark; `nil` for none.
  private static func opening(_ cursor: inout MarkCursor) -> Container? {
    if cursor.skipQuote() { return .quote }
    let indentation = cursor.indentation(upTo: 4)
    guard indentation < 4, !cursor.isBlank else { return nil }
    var mark = cursor
    mark.skipColumns(indentation)
    if mark.skipFootnote() {
      cursor = mark
      return .indented(4)
    }
    guard !mark.isRule, let width = mark.skipItem() else { return nil }
    // Text that begins far behind the mark is code, and the item begins a column behind it.
    let space = mark.isBlank ? 0 : mark.indentation(upTo: 5)
    let padding = space > 4 ? 1 : max(1, space)
    mark.skipColumns(padding)
    cursor = mark
    return .indented(indentation + width + padding)
  }
}
