import Files
import VisibleText

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Which notebook wrote the last report of a folder, and what was set for it: kept beside the locks,
/// so that a report that takes the place of another one's can say so.
struct ReportOrigin: Codable, Equatable {
  /// The notebook's path without links.
  let notebook: String
  let overrides: [String]

  /// The most bytes of an origin that are read.
  private static let largest = 1 << 16

  /// `nil` where the notebook is not there.
  init?(notebook path: String, overrides: [String]) {
    guard let real = resolvedPath(path) else { return nil }
    notebook = real
    self.overrides = overrides
  }

  /// What was kept of the last report; `nil` for nothing that can be read.
  init?(of name: String, in location: FolderLocation) {
    guard let bytes = try? location.open().read(Self.fileName(name), atMost: Self.largest),
      let origin = try? JSONDecoder().decode(Self.self, from: Data(bytes))
    else { return nil }
    self = origin
  }

  /// Keeps the origin; where that cannot be done, the next run will not know.
  func keep(as name: String, in location: FolderLocation) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let data = try? encoder.encode(self) else { return }
    try? location.make().keep(Self.fileName(name), [UInt8](data))
  }

  /// What a run should say before it replaces the report; `nil` for nothing.
  func notice(of new: ReportOrigin, replacing report: String) -> String? {
    if notebook != new.notebook {
      return "note: \(report) is the report of \(makingControlsVisible(notebook)), which this run "
        + "replaces if it succeeds; give each an --output of its own"
    }
    guard overrides != new.overrides, !new.overrides.isEmpty else { return nil }
    let before =
      overrides.isEmpty
      ? "the notebook as it is written"
      : "the notebook with \(makingControlsVisible(overrides.joined(separator: ", "))) set"
    return "note: \(report) is the report of \(before), which this run replaces if it succeeds; "
      + "--output DIR keeps both"
  }

  private static func fileName(_ name: String) -> String { name + ".origin" }
}
