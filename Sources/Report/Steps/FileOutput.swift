import Language
import Results

/// A file that a step wrote: where to get it, its size and digest, and how it begins.
struct FileOutput {
  private let file: OutputFile
  private let caption: HTML?
  private let isBeside: Bool
  /// A file up to this size, in bytes, is part of the page; a larger one lies beside it.
  private let largestWithin = 32 << 10
  private let firstRowCount = 5

  init(_ file: OutputFile, caption: HTML?, isBeside: Bool) {
    self.file = file
    self.caption = caption
    self.isBeside = isBeside
  }

  var html: HTML {
    let words: HTML = caption.map { "<p class=\"caption\">\($0)</p>\n" } ?? ""
    return """
      <div class="file">
      <p class="title">\(name) <span class="size">\(byteText(file.contents.count)), \
      SHA-256 \(shortDigest(file.digest))</span></p>
      \(firstRows)\(words)</div>

      """
  }

  private var name: HTML {
    if file.contents.count <= largestWithin {
      let url = DataURL("application/octet-stream", file.contents)
      return "<a href=\"\(url.html)\" download=\"\(file.name)\">\(file.name)</a>"
    }
    guard isBeside, let target = LinkTarget("./" + file.name) else { return "<b>\(file.name)</b>" }
    return """
      <a href="\(target.address)" download\(labels)>\(file.name)</a>\
      <span class="size"> \(phrase("lies beside this page,"))</span>
      """
  }

  /// What the script makes the file of again, so that the page alone is enough to have it.
  private var labels: HTML {
    guard let labels = NumberedLabels(file.contents) else { return "" }
    return " data-header=\"\(labels.header)\" data-labels=\"\(labels.digits)\""
  }

  private static func more(_ rows: Int) -> String {
    phrase(rows == 1 ? "and {} more row" : "and {} more rows", grouped(rows))
  }

  /// The first rows of a file of comma-separated values.
  private var firstRows: HTML {
    guard file.name.lowercased().hasSuffix(".csv"),
      let table = FirstRows(file.contents, firstRowCount)
    else { return "" }
    let rest = table.rowCount - table.table.rows.count
    let more: HTML =
      rest > 0 ? "<p class=\"size\">\(Self.more(rest))</p>\n" : ""
    let box = TableMarkup(table.table, caption: nil).box(
      label: phrase("First rows of {}", file.name))
    return box + more
  }
}

/// The first rows of a text of comma-separated values.
private struct FirstRows {
  let table: Table
  /// All rows of the file below its header.
  let rowCount: Int

  /// Takes files whose fields have no quotation marks; `nil` for others and for empty ones.
  init?(_ contents: [UInt8], _ count: Int) {
    let newline = UInt8(ascii: "\n")
    let start = contents.split(separator: newline, maxSplits: count + 1).prefix(count + 1)
    let lines = start.map { line in
      String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
    }
    guard let header = lines.first, !lines.contains(where: { $0.contains("\"") }) else {
      return nil
    }
    let ends = contents.count { $0 == newline }
    rowCount = ends + (contents.last == newline ? 0 : 1) - 1
    table = Table(
      columns: Self.fields(header).map { Table.Column($0) },
      rows: lines.dropFirst().map(Self.fields))
  }

  private static func fields(_ line: String) -> [String] {
    line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
}
