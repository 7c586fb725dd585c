import CProcessor
import Datasets
import Digest
import Figures
import Notebook

/// The version of Daybook: the one place that has it.
enum Version {
  static let current = "0.1.0"

  /// The version with what the program was built for, and the libraries that it works with.
  static var details: String {
    let libraries =
      [("cmark-gfm", MarkdownLibrary.version)] + FigureLibraries.versions + DataLibraries.versions
      + [("libcrypto", DigestLibrary.version)]
    let lines = libraries.map { "\($0.0) \($0.1)" }
    return (["daybook \(current)", system] + lines).joined(separator: "\n")
  }

  private static var system: String {
    #if os(Linux)
      let name = "Linux"
    #elseif os(macOS)
      let name = "macOS"
    #else
      let name = "another system"
    #endif
    return "\(name), \(String(cString: processor_instructions()))"
  }
}
