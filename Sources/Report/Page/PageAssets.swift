import CReportAssets
import Digest

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The page's own template, style sheet and script, which the program carries in itself.
enum PageAssets {
  static let page = text(report_page, report_page_size)
  static let style = text(report_style, report_style_size)
  static let script = text(report_script, report_script_size)

  private static func text(_ bytes: UnsafePointer<UInt8>, _ size: Int) -> String {
    String(decoding: UnsafeBufferPointer(start: bytes, count: size), as: UTF8.self)
  }

  /// The source expression by which a Content-Security-Policy lets an inline text through.
  static func policyHash(_ text: String) -> String {
    "'sha256-" + Data(SHA256.bytes(of: Array(text.utf8))).base64EncodedString() + "'"
  }
}
