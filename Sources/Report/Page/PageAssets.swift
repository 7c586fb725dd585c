import CReportAssets

/// The files that every page is made with; they are part of the program.
enum PageAssets {
  static let page = text(report_page())
  static let style = text(report_style())
  static let script = text(report_script())
  /// The script of pages with a pad.
  static let scriptWithPad = script + "\n" + text(report_pad())

  private static func text(_ asset: ReportAsset) -> String {
    String(decoding: UnsafeBufferPointer(start: asset.bytes, count: asset.count), as: UTF8.self)
  }
}
