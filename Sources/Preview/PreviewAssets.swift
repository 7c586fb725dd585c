import CPreviewAssets

/// The files that the preview serves beside the report; they are part of the program.
enum PreviewAssets {
  static let page = bytes(preview_page())
  static let style = bytes(preview_style())
  static let script = bytes(preview_script())
  static let waiting = bytes(preview_waiting())

  private static func bytes(_ asset: PreviewAsset) -> [UInt8] {
    Array(UnsafeBufferPointer(start: asset.bytes, count: asset.count))
  }
}
