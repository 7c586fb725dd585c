import Datasets
import Digest
import Figures
import KernelSets
import Notebook

/// The version of Daybook: the one place that has it.
enum Version {
  static let current = "0.1.0"

  /// The version with the system and the instructions of its processor, and the libraries that it works with.
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
    #if arch(x86_64)
      let processor = "x86-64"
    #elseif arch(arm64)
      let processor = "arm64"
    #else
      let processor = "another processor"
    #endif
    return "\(name), \(processor) with \(KernelSet.best.name)"
  }
}
