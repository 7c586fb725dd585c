#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Bytes as a URL that holds them.
func dataURL(_ type: String, _ bytes: [UInt8]) -> String {
  "data:\(type);base64," + Data(bytes).base64EncodedString()
}
