import Files

/// Which files of a folder were published: their names, a line each, in `.daybook-files`.
struct Manifest {
  static let fileName = ".daybook-files"
  private static let heading =
    "# Files that daybook wrote here and will replace; all others stay."
  /// A longer list was not written here.
  private static let maximumSize = 1 << 24

  /// Paths within the folder.
  let names: Set<String>

  init(names: [String]) {
    self.names = Set(names)
  }

  /// Reads the list of a folder; empty where there is none.
  ///
  /// Lines that lead out of the folder are left out: the list may come from anywhere.
  init(in folder: Folder) {
    let bytes = (try? folder.read(Self.fileName, atMost: Self.maximumSize)) ?? []
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
      .map { String(decoding: $0, as: UTF8.self) }
    names = Set(lines.filter { !$0.hasPrefix("#") && Self.isWithinFolder($0) })
  }

  var bytes: [UInt8] {
    Array(([Self.heading] + names.sorted()).map { $0 + "\n" }.joined().utf8)
  }

  /// Whether a name is a path that stays within its folder, and one line.
  static func isWithinFolder(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return parts.allSatisfy { $0 != "" && $0 != "." && $0 != ".." }
      && !name.unicodeScalars.contains { $0 == "\0" || $0 == "\n" }
  }
}
