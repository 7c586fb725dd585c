import CReportAssets

/// The files that every page is made with; they are part of the program.
enum PageAssets {
  static let page = text(report_page())
  static let style = short(text(report_style()))
  static let script = short(text(report_script())) + short(text(report_figures()))
  /// The script of pages with a pad.
  static let scriptWithPad = script + short(text(report_pad()))

  private static func text(_ asset: ReportAsset) -> String {
    String(decoding: UnsafeBufferPointer(start: asset.bytes, count: asset.count), as: UTF8.self)
  }

  /// Without what only those who write the file need, indentation and lines of comment, which every
  /// page would carry.
  ///
  /// Neither the style sheet nor the scripts hold texts of several lines.
  private static func short(_ text: String) -> String {
    var short: [UInt8] = []
    for line in Array(text.utf8).split(separator: UInt8(ascii: "\n")) {
      let line = line.drop { $0 == UInt8(ascii: " ") }
      let isComment =
        line.starts(with: "//".utf8)
        || line.starts(with: "/*".utf8) && line.suffix(2) == [0x2A, 0x2F]
      guard !isComment else { continue }
      short += line
      short.append(UInt8(ascii: "\n"))
    }
    return String(decoding: short, as: UTF8.self)
  }
}
