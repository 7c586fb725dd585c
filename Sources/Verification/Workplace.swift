import Files
import Report
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A folder in which a report's notebook stands as it stood where the report was made, with its data
/// and sources around it; it goes with its last use.
///
///     FOLDER/
///       files/w/…/w/   the notebook's project: nothing that a page names lies outside of `files`
///       run/           what the run writes and stores, which no path of a page leads to
final class Workplace {
  private let folder: String
  /// The folder that every file of the report lies in.
  let files: String
  /// The folder of the notebook's project.
  let project: String
  /// The path of the notebook.
  let notebook: String
  /// The folder that the run writes to.
  let output: String

  /// Folders above the project, for paths that lead out of it.
  private static let levels = 12

  /// Makes the folder, within one that is there.
  init(_ report: ReceivedReport, at folder: String) throws(VerificationError) {
    self.folder = folder
    files = folder + "/files"
    project = files + String(repeating: "/w", count: Self.levels)
    notebook = project + "/" + report.record.notebook
    output = folder + "/run"
    guard Self.isWithin(report.record.notebook) else { throw .noRecord(report.path) }
    guard mkdir(folder, 0o700) == 0 else { throw .notWritten("\(folder) cannot be made") }
    try make(project + "/.git")
  }

  deinit { Self.remove(folder) }

  /// Removes a workplace with all that is in it.
  ///
  /// The run may still be writing, so once is not enough. An interrupted verification may be removed
  /// from two sides: who comes second waits, since two removals at once stop at each other's gaps.
  static func remove(_ folder: String) {
    removal.withLock { _ in
      for _ in 0..<100 where FileManager.default.fileExists(atPath: folder) {
        try? FileManager.default.removeItem(atPath: folder)
      }
    }
  }

  private static let removal = Mutex(())

  /// Where a path of the notebook leads; `nil` where that is not within this folder.
  func place(of path: String) -> String? {
    guard !path.hasPrefix("/"), !path.utf8.contains(0) else { return nil }
    let start = notebook.split(separator: "/").dropLast()
    var names = Array(start)
    for name in path.split(separator: "/") where name != "." {
      if name == ".." {
        guard names.popLast() != nil else { return nil }
      } else {
        names.append(name)
      }
    }
    let place = "/" + names.joined(separator: "/")
    return place.hasPrefix(files + "/") ? place : nil
  }

  /// Puts a file that lies elsewhere in its place, as a second name of it where that can be had.
  func bring(_ source: String, to place: String) throws(VerificationError) {
    try makeParent(of: place)
    guard !FileManager.default.fileExists(atPath: place) else { return }
    // A second name of a link would lead from here, not from where the link lies.
    let source = resolvedPath(source) ?? source
    do {
      try FileManager.default.linkItem(atPath: source, toPath: place)
    } catch {
      do {
        try FileManager.default.copyItem(atPath: source, toPath: place)
      } catch {
        throw .notWritten("\(place) cannot be written")
      }
    }
  }

  func write(_ bytes: [UInt8], to place: String) throws(VerificationError) {
    try makeParent(of: place)
    do throws(FileError) {
      try AtomicFile.write(place, bytes)
    } catch {
      throw .notWritten("\(error)")
    }
  }

  private func makeParent(of place: String) throws(VerificationError) {
    try make(place.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 })
  }

  private func make(_ folder: String) throws(VerificationError) {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .notWritten("\(folder) cannot be made")
    }
  }

  /// Whether a path leads down alone.
  private static func isWithin(_ path: String) -> Bool {
    let names = path.split(separator: "/", omittingEmptySubsequences: false)
    return names.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." && !$0.utf8.contains(0) }
  }
}
