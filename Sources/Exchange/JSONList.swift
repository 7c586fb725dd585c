import Results

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Lists of texts in JSON (RFC 8259), always the same bytes for the same texts.
enum JSONList {
  static func text(of texts: [String]) -> String {
    "[" + texts.map(jsonText).joined(separator: ",") + "]"
  }

  /// The texts of a list; `nil` where it is none.
  static func texts(of list: String) -> [String]? {
    try? JSONDecoder().decode([String].self, from: Data(list.utf8))
  }
}
