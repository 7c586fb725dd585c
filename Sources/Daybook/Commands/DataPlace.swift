import Files

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The folder that a new notebook loads its data from, as its path from the notebook's folder.
struct DataPlace {
  let path: String
  /// Whether something is there.
  let isThere: Bool

  /// Where data is by habit, from a folder of the project.
  private static let habits = ["data/mnist", "notebooks/data/mnist", "data", "mnist"]
  private static let habit = habits[0]

  /// - Parameters:
  ///   - named: the folder as the user names it, from the current folder or the notebook's own.
  ///   - notebook: the path of the notebook, which need not be there.
  init(named: String?, for notebook: String) {
    let folder = Folder.parent(of: notebook)
    if let named {
      let fromNotebook = named.hasPrefix("/") ? named : folder + "/" + named
      let isFromHere = resolvedPath(fromNotebook) == nil && resolvedPath(named) != nil
      path = isFromHere ? Self.relative(named, from: folder) : named
    } else {
      path = Self.nearest(to: folder) ?? Self.habit
    }
    isThere = resolvedPath(path.hasPrefix("/") ? path : folder + "/" + path) != nil
  }

  /// The nearest folder upwards in the project with the images of a data set.
  private static func nearest(to folder: String) -> String? {
    guard var place = resolvedPath(folder),
      let project = ReadableFolders(notebookFolder: folder).projectPath
    else { return nil }
    while place == project || place.hasPrefix(project + "/") {
      for habit in habits where holdsImages(place + "/" + habit) {
        return relative(place + "/" + habit, from: folder)
      }
      let parent = Folder.parent(of: place)
      if parent == place { return nil }
      place = parent
    }
    return nil
  }

  private static func holdsImages(_ folder: String) -> Bool {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.contains { $0.contains("images") && $0.contains("idx3") }
  }

  /// The path of something from a folder, by "..": as they are written, so that links stay links.
  private static func relative(_ path: String, from folder: String) -> String {
    let (there, here) = (names(of: path), names(of: folder))
    let common = zip(there, here).prefix { $0 == $1 }.count
    let steps = Array(repeating: "..", count: here.count - common) + there[common...]
    return steps.isEmpty ? "." : steps.joined(separator: "/")
  }

  /// The names on the way from the root to a path.
  private static func names(of path: String) -> [String] {
    let here = FileManager.default.currentDirectoryPath
    var names: [String] = []
    for name in (path.hasPrefix("/") ? path : here + "/" + path).split(separator: "/")
    where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(String(name)) }
    }
    return names
  }
}
