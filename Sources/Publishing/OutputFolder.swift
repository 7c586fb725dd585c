package import Cache
import Files

/// The folder that reports go to, and every path beneath it.
///
///     OUTPUT/
///       NAME/               the report of the notebook NAME.md
///         index.html        of the last run that was complete
///         failed.html       of a run that was not, after it
///         index.md          the same as Markdown, where that was asked for
///         results.json      the values of the run
///         run.json          how the run went
///         figures/STEP.png  a figure
///       .cache/             the store, where no other place is named for it, and the locks
///         NAME.lock         held while a run writes the report
///         NAME.origin       the notebook that wrote it last
///         .gitignore        keeps all of this out of commits
package struct OutputFolder: Sendable, Equatable {
  /// As the user wrote it, or as it is called where nobody writes another.
  package let path: String
  /// Whether the user wrote it: then a link is followed here, and nowhere below.
  private let isWritten: Bool
  /// The folder of the store, where it is not in the output folder.
  private let storePath: String?
  /// Whether other machines may use the store at the same time.
  private let isShared: Bool

  package init(
    _ path: String, isWritten: Bool, store storePath: String? = nil, isShared: Bool = false
  ) {
    self.path = path
    self.isWritten = isWritten
    self.storePath = storePath
    self.isShared = isShared
  }

  /// Whether there is a link in its place.
  package var isLink: Bool {
    let parent = try? Folder(Folder.parent(of: path))
    return parent.flatMap { FileStatus(Folder.name(of: path), in: $0) }?.kind == .link
  }

  /// Where results are kept between runs.
  package var store: Store {
    Store(storePath.map { FolderLocation($0) } ?? hidden, isShared: isShared)
  }

  /// The folder of the report of a notebook called `name`.
  package func report(_ name: String) -> ReportFolder {
    ReportFolder(name: name, output: location, locks: hidden)
  }

  private var location: FolderLocation { FolderLocation(path, isWritten: isWritten) }

  private var hidden: FolderLocation { location.inner(".cache") }
}

/// The folder of one report.
package struct ReportFolder: Sendable, Equatable {
  package let name: String
  /// The output folder.
  let output: FolderLocation
  let locks: FolderLocation

  /// A page by the name of its file.
  package enum Page: String, Sendable {
    case report = "index.html"
    case failed = "failed.html"
  }

  /// The values of the run.
  package static let values = "results.json"
  /// How the run went.
  package static let record = "run.json"
  package static let figures = "figures"
  /// The report as Markdown.
  package static let markdown = "index.md"

  /// The path of a step's figure within the folder.
  @Sendable static func figure(of step: String) -> String { "\(figures)/\(step).png" }

  package var path: String { location.path }

  /// The path of a page, as people write it.
  package func path(of page: Page) -> String { path + "/" + page.rawValue }

  var location: FolderLocation { output.inner(name) }

  /// The report of the last complete run; `nil` where there is none, or something else has its name.
  package func lastReport(atMost limit: Int = 1 << 28) -> [UInt8]? {
    try? location.open().read(Page.report.rawValue, atMost: limit)
  }

  /// Whether there is the report of a complete run.
  package var hasReport: Bool {
    (try? location.open()).flatMap { FileStatus(Page.report.rawValue, in: $0) }?.kind == .file
  }

  /// Takes the lock that keeps other runs from writing the report.
  func lock() throws(FileLockError) -> FileLock {
    let lock = try FileLock.acquire(name + Self.lockSuffix, in: locks, wait: false)
    keepOutOfCommits()
    return lock
  }

  /// Says to Git that what lies beside the locks is made anew by every run; where that cannot be said,
  /// it is not the run's concern.
  private func keepOutOfCommits() {
    guard let folder = try? locks.open(), FileStatus(Self.ignore, in: folder) == nil else { return }
    try? folder.write(Self.ignore, Array("*\n".utf8))
  }

  private static let ignore = ".gitignore"

  private static let lockSuffix = ".lock"

  /// The most bytes that the longest name around a report's own may have on any file system.
  private static let longestFileName = 255

  /// Why a notebook's name cannot be that of a folder; `nil` where it can.
  package static func problem(withName name: String) -> String? {
    if name.isEmpty || name.first == "." { return "would be hidden, or lead elsewhere" }
    if name.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "/") }) {
      return "has characters that no name may have"
    }
    return (name + lockSuffix).utf8.count > longestFileName ? "is too long" : nil
  }

  /// Whether a step's name fits the name of its figure's file.
  static func isTooLong(step name: String) -> Bool {
    (name + ".png").utf8.count > longestFileName
  }
}
