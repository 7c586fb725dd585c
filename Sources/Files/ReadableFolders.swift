/// Where a notebook may read files: beneath its project, and where whoever runs it allows more.
///
/// The project is the nearest folder upwards from the notebook's own that holds `.git`, or the
/// notebook's own folder where none does. Links are followed before it is judged where a file lies.
package struct ReadableFolders: Sendable, Equatable {
  /// Where a file lies, and so whether it may be read.
  package enum Standing: Sendable, Equatable {
    /// Beneath the project.
    case project
    /// Beneath a folder that was allowed beside it.
    case allowed
    /// It is, or lies beneath, what whoever runs the notebook has named instead of the notebook.
    case named
    /// None of these.
    case outside
    /// Among the records of version control, which may hold passwords of servers.
    case versionControl
  }

  /// The notebook's folder, where its paths start, as the user wrote it; "" for the current one.
  package let start: String
  /// Without links; `nil` where the notebook's folder is not there.
  private let project: RealPath?
  private let hasVersionControl: Bool
  private let allowed: [RealPath]
  private var named: [RealPath] = []
  /// Paths that are named and lead nowhere: that is then what is wrong with them.
  private var namedInVain: Set<String> = []

  /// The folders of the notebooks in a folder.
  ///
  /// - Parameter allowed: folders beside the project, from the current one; those that are not there
  ///   allow nothing.
  package init(notebookFolder: String, allowed: [String] = []) {
    start = notebookFolder
    self.allowed = allowed.compactMap { RealPath($0) }
    let own = RealPath(notebookFolder.isEmpty ? "." : notebookFolder)
    let controlled = own?.nearestFolder(holding: Self.records)
    hasVersionControl = controlled != nil
    project = controlled ?? own
  }

  /// The name of the folder in which version control keeps its records.
  private static let records = ".git"

  /// The path of the project's folder, without links; `nil` where the notebook's folder is not there.
  package var projectPath: String? { project?.text }

  /// Lets a file or folder be read that whoever runs the notebook has named in its place.
  package mutating func name(_ path: String) {
    let place = self.path(path)
    if let real = RealPath(place) { named.append(real) } else { namedInVain.insert(place) }
  }

  /// Where a path of the notebook leads, from the current folder.
  package func path(_ written: String) -> String {
    written.utf8.first == UInt8(ascii: "/") || start.isEmpty ? written : start + "/" + written
  }

  /// The path of a file in the notebook's folder from the project's: `notebooks/digits.md`.
  ///
  /// It is the same wherever the project lies and whatever the current folder is, so that a page can
  /// tell it.
  package func pathInProject(of name: String) -> String {
    guard let project, let own = RealPath(start.isEmpty ? "." : start),
      let names = own.names(beneath: project)
    else { return name }
    return (names + [name]).joined(separator: "/")
  }

  /// Where the file lies that a path from the current folder leads to.
  ///
  /// A path that leads nowhere is judged by how far it does lead.
  package func standing(ofFileAt path: String) -> Standing {
    if namedInVain.contains(path) { return .named }
    guard let real = RealPath(path) ?? RealPath(existingPartOf: path) else { return .outside }
    if named.contains(where: real.isBeneath) { return .named }
    var isHidden = false
    for (root, standing) in [(project, .project)] + allowed.map({ ($0, Standing.allowed) }) {
      guard let root, let names = real.names(beneath: root) else { continue }
      if !names.contains(where: { $0.lowercased() == Self.records }) { return standing }
      isHidden = true
    }
    return isHidden ? .versionControl : .outside
  }

  /// Why the file at a path from the current folder is not read; `nil` where it may be.
  package func refusal(ofFileAt path: String) -> ReadingRefusal? {
    switch standing(ofFileAt: path) {
    case .project, .allowed, .named: nil
    case .outside:
      ReadingRefusal(
        fact: hasVersionControl
          ? "lies outside the project, the folder that holds \(Self.records)"
          : "lies outside the notebook's folder, above which there is no \(Self.records)",
        help: "move it there, or allow its folder with --allow-read DIR")
    case .versionControl:
      ReadingRefusal(
        fact: "lies among the records of version control",
        help: "name another file: these may hold passwords")
    }
  }
}

/// Why a file is not read for a notebook.
package struct ReadingRefusal: Sendable, Equatable {
  /// What is wrong, in words that follow the file's name.
  package let fact: String
  /// What to do about it, in one line.
  package let help: String
}
