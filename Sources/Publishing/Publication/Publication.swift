package import Files

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
///
/// The output folder may be a link where the user has written it. Nothing below it leads through
/// one.
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

  private let output: FolderLocation
  private let name: String
  private let files: [File]
  private let replacing: [String]
  private let account: String?

  /// Prepares to publish files in the folder `name` of the folder `output`; both are made where
  /// they are missing.
  ///
  /// `replacing` names files that go too if they are there, such as the report of a failed run;
  /// `account` is the file that tells of the run, in the folder itself, and so is another each time.
  package init(
    _ files: [File], in output: FolderLocation, as name: String, replacing: [String] = [],
    account: String? = nil
  ) {
    self.output = output
    self.name = name
    self.files = files
    self.replacing = replacing
    self.account = account
  }

  private var path: String { output.inner(name).path }

  /// Publishes the files; on an error the folder is as it was and nothing is left over.
  ///
  /// Only where folders cannot trade places may an error come after the first files have moved.
  package func publish() throws(FileError) {
    try checkNames()
    let output = try output.make()
    let target = try target(in: output)
    Staging.deleteLeftovers(of: name, in: output, target)
    if let target, let account { Staging.deleteLeftovers(ofFile: account, in: target) }
    if let target, isPublished(in: target) { return }
    if try tradePlaces(with: target, in: output) {
      // The files are published; a disk that cannot say so is no reason to fail.
      try? output.sync()
    } else {
      try moveFiles(into: output.makeFolder(name))
    }
  }

  /// Finds out before the work whether the folder is one that files can be published in.
  package func check() throws(FileError) {
    let parent = try output.make()
    if try target(in: parent) == nil, !parent.isWritable { throw FileError(.write, parent.path) }
  }

  /// Whether the folder has these very files already and nothing that is to go.
  ///
  /// Then the file that tells of the run is written alone, and the one that readers open becomes as
  /// new as the run, for those who compare the times of files.
  private func isPublished(in target: Folder) -> Bool {
    guard let page = files.last, Manifest(in: target).names == Set(files.map(\.name)),
      replacing.allSatisfy({ [nil, .folder].contains(target.status($0)?.kind) })
    else { return false }
    for file in files where file.name != account {
      guard let (place, name) = try? target.place(of: file.name),
        (try? place.read(name, atMost: file.contents.count)) == file.contents
      else { return false }
    }
    if let file = files.first(where: { $0.name == account }) {
      guard (try? target.write(file.name, file.contents)) != nil else { return false }
    }
    guard let (place, name) = try? target.place(of: page.name) else { return false }
    return place.touch(name)
  }

  private func checkNames() throws(FileError) {
    guard Manifest.isWithinFolder(name), !name.contains("/") else {
      throw FileError(.write, path, .badName)
    }
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

  /// The folder that is to be replaced, `nil` where there is none; what cannot be is an error.
  private func target(in output: Folder) throws(FileError) -> Folder? {
    guard let status = FileStatus(name, in: output) else { return nil }
    if let obstacle = status.obstacle { throw FileError(.replace, path, obstacle) }
    let target = try output.folder(name)
    guard target.isWritable else { throw FileError(.write, path) }
    try checkConflicts(in: target)
    return target
  }

  /// A file of ours cannot take the place of a folder, nor a folder of ours that of a file or link.
  ///
  /// Nor can files be taken from a folder that is not to be changed.
  private func checkConflicts(in target: Folder) throws(FileError) {
    let published = Manifest(in: target).names
    let names = published.union(files.map(\.name))
    for parent in FolderTree(of: names).paths(in: target) {
      guard let (place, name) = try? target.place(of: parent),
        let folder = try? place.folder(name)
      else { continue }
      guard folder.isWritable else { throw FileError(.write, folder.path) }
    }
    if target.status(Manifest.fileName)?.kind == .folder {
      throw FileError(.replace, "\(path)/\(Manifest.fileName)", .code(EISDIR))
    }
    for file in files {
      if let (parent, obstacle) = target.obstacle(above: file.name), !published.contains(parent) {
        throw FileError(.create, "\(path)/\(parent)", obstacle)
      }
      if target.status(file.name)?.kind == .folder {
        throw FileError(.replace, "\(path)/\(file.name)", .code(EISDIR))
      }
    }
  }

  /// Writes a folder and puts it in the place of `target`; tells whether that could be done.
  private func tradePlaces(with target: Folder?, in output: Folder) throws(FileError) -> Bool {
    guard target == nil || !Folder.isWorkingFolder(path) else { return false }
    let staging: Staging
    do {
      staging = try Staging(beside: name, in: output, like: target)
    } catch {
      if target == nil { throw error }
      return false
    }
    do {
      try staging.write(files)
      if target == nil, staging.takePlace(of: name) { return true }
      if try trade(staging, in: output) { return true }
    } catch {
      staging.discard()
      throw error.moved(from: staging.folder.path, to: path)
    }
    staging.discard()
    guard target != nil else { throw FileError(.create, path) }
    return false
  }

  /// Trades places with the folder that is there and deletes it; tells whether that could be done.
  private func trade(_ staging: Staging, in output: Folder) throws(FileError) -> Bool {
    let target = try output.folder(name)
    let ours = Set(files.map(\.name) + replacing)
    let others = OtherFiles(in: target, besides: Manifest(in: target).names.union(ours))
    guard try others.link(into: staging.folder), let old = staging.tradePlaces(with: name) else {
      return false
    }
    old.delete(ours: ours, keepingOthersIn: name)
    return true
  }

  /// Writes a folder within `target` and moves its files to their places one by one.
  private func moveFiles(into target: Folder) throws(FileError) {
    let staging = try Staging(inside: target)
    defer { staging.discard() }
    do {
      try staging.write(files)
    } catch {
      throw error.moved(from: staging.folder.path, to: path)
    }
    try staging.moveFiles(files.map(\.name), into: target, replacing: replacing)
  }
}
