import Files

/// The folders that some paths lead through, each once, however many paths and however deep.
///
/// A path of n names leads through n - 1 folders, whose own paths together are longer than it by the
/// square: so folders are kept by their names and those that they are in.
struct FolderTree {
  /// A folder by its number; the one that all paths begin in is the first.
  typealias Number = Int
  static let root = 0

  private struct Place: Hashable {
    let parent: Number
    let name: Substring
  }

  private var numbers: [Place: Number] = [:]
  /// By their numbers, but for the root: a folder comes before those that are in it.
  private var places: [Place] = []

  /// Takes paths whose parts are set off by `/`; the last is the name of a file.
  init(of paths: some Sequence<String>) {
    for path in paths.sorted() {
      var parent = Self.root
      for name in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
        parent = insert(Place(parent: parent, name: name))
      }
    }
  }

  private mutating func insert(_ place: Place) -> Number {
    if let number = numbers[place] { return number }
    places.append(place)
    numbers[place] = places.count
    return places.count
  }

  /// A folder in another; `nil` where no path leads there.
  func folder(_ name: String, in parent: Number) -> Number? {
    numbers[Place(parent: parent, name: Substring(name))]
  }

  /// The paths of those that there are in a folder, each before those that are in it.
  func paths(in folder: Folder) -> [String] {
    var paths: [Number: String] = [Self.root: ""]
    var found: [String] = []
    for (index, place) in places.enumerated() {
      guard let parent = paths[place.parent] else { continue }
      let path = parent.isEmpty ? String(place.name) : "\(parent)/\(place.name)"
      guard folder.status(path)?.kind == .folder else { continue }
      paths[index + 1] = path
      found.append(path)
    }
    return found
  }
}

extension Folder {
  /// The first name that a path leads through and that stands for something else than a folder.
  func obstacle(above path: String) -> (path: String, reason: FileError.Reason)? {
    var folder = self
    for name in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      guard let status = FileStatus(String(name), in: folder) else { return nil }
      if let reason = status.obstacle { return (String(path[..<name.endIndex]), reason) }
      guard let inner = try? folder.folder(String(name)) else { return nil }
      folder = inner
    }
    return nil
  }
}
