import CFileExchange

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// A set of files that appear in a folder together or not at all.
///
/// They are written to a folder beside it, which then trades places with it in one step. A list of
/// what was published stays in the folder (`.daybook-files`), so that the next publication can
/// take away files of the last one that it does not have itself. All other files in the folder are
/// someone else's and stay: before the trade each gets its name in the new folder too (a hard
/// link), so that there is no moment when it is missing.
///
/// Where folders cannot trade places (another kind of file system, a mount point), the files move
/// in one by one in their order, each whole; give the one that readers open last.
package struct Publication: Sendable {
  package struct File: Sendable, Equatable {
    /// A path within the folder, such as `figures/plot.png`.
    package let name: String
    package let contents: [UInt8]

    package init(_ name: String, _ contents: [UInt8]) {
      self.name = name
      self.contents = contents
    }
  }

  let folder: String
  let files: [File]
  let replacing: [String]

  /// Prepares to publish files in `folder`, which is made where it is missing.
  ///
  /// `replacing` names files that go too if they are there, such as the report of a failed run.
  package init(_ files: [File], in folder: String, replacing: [String] = []) {
    self.folder = folder
    self.files = files
    self.replacing = replacing
  }

  /// Publishes the files; on an error the folder is as it was and nothing is left over.
  ///
  /// Only where folders cannot trade places may an error come after the first files have moved.
  package func publish() throws(FileError) {
    try checkNames()
    let target = try target()
    Staging.deleteLeftovers(of: target)
    if try tradePlaces(with: target) {
      // The files are published; a disk that cannot say so is no reason to fail.
      try? Folder.sync(Folder.parent(of: target))
    } else {
      try moveFiles(into: target)
    }
  }

  /// Finds out before the work whether the folder is one that files can be published in.
  package func check() throws(FileError) {
    _ = try target()
  }

  private func checkNames() throws(FileError) {
    var seen: Set<String> = []
    for file in files {
      guard Manifest.isWithinFolder(file.name), file.name != Manifest.fileName else {
        throw FileError(.write, file.name, .badName)
      }
      guard seen.insert(file.name).inserted else {
        throw FileError(.write, file.name, .duplicate)
      }
    }
  }

  /// The folder itself where `folder` is a link to it; what could not be replaced is an error.
  private func target() throws(FileError) -> String {
    guard Folder.isFolder(folder) else {
      guard FileStatus(folder) == nil else { throw FileError(.replace, folder, .isAFile) }
      try Folder.create(Folder.parent(of: folder))
      return folder
    }
    guard let resolved = realpath(folder, nil) else { throw FileError(.read, folder) }
    defer { free(resolved) }
    let target = String(cString: resolved)
    guard access(target, W_OK | X_OK) == 0 else { throw FileError(.write, folder) }
    try checkConflicts(in: target)
    return target
  }

  /// A file of ours cannot take the place of a folder, nor a folder of ours that of a file.
  private func checkConflicts(in target: String) throws(FileError) {
    let published = Manifest(in: target).names
    for file in files {
      if FileStatus("\(target)/\(file.name)")?.kind == .folder {
        throw FileError(.replace, "\(folder)/\(file.name)", .code(EISDIR))
      }
      for parent in Manifest.folders(of: file.name) where !published.contains(parent) {
        let path = "\(target)/\(parent)"
        if FileStatus(path) != nil, !Folder.isFolder(path) {
          throw FileError(.create, "\(folder)/\(parent)", .isAFile)
        }
      }
    }
  }

  /// Writes a folder and puts it in the place of `target`; tells whether that could be done.
  private func tradePlaces(with target: String) throws(FileError) -> Bool {
    let isNew = FileStatus(target) == nil
    guard isNew || !Folder.isWorkingFolder(target) else { return false }
    let staging: Staging
    do {
      staging = try Staging(beside: target)
    } catch {
      if isNew { throw error }
      return false
    }
    do {
      try staging.write(files)
      if isNew, rename(staging.path, target) == 0 { return true }
      if try trade(target, with: staging) { return true }
    } catch {
      staging.discard()
      throw error.moved(from: staging.path, to: folder)
    }
    staging.discard()
    guard !isNew else { throw FileError(.create, target) }
    return false
  }

  /// Trades places with the old folder and deletes it; tells whether that could be done.
  private func trade(_ target: String, with staging: Staging) throws(FileError) -> Bool {
    let ours = Set(files.map(\.name) + replacing)
    let others = OtherFiles(in: target, besides: Manifest(in: target).names.union(ours))
    guard try others.link(into: staging.path), exchange_paths(staging.path, target) == 0 else {
      return false
    }
    OldFolder(staging.path).delete(ours: ours, keepingOthersIn: target)
    return true
  }

  /// Writes a folder within `target` and moves its files to their places one by one.
  private func moveFiles(into target: String) throws(FileError) {
    let staging = try Staging(inside: target)
    defer { staging.discard() }
    do {
      try staging.write(files)
    } catch {
      throw error.moved(from: staging.path, to: folder)
    }
    try staging.moveFiles(files.map(\.name), into: target, replacing: replacing)
  }
}
