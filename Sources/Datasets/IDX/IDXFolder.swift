/// Finds the four files of a data set in a folder, whatever their family calls them.
struct IDXFolder {
  /// Found files by what they hold.
  struct Key: Hashable {
    let part: IDXName.Part
    let role: IDXName.Role
  }

  let paths: [Key: String]
  /// The name of the set, such as "emnist-letters".
  let set: String

  /// Looks into a folder; a path that leads to none names a set of the folder above it:
  /// `data/emnist-letters`.
  init(_ path: String) throws(DatasetError) {
    try InputFile.expectFolder(path)
    if try InputFile.exists(path) {
      try self.init(folder: path, wanted: nil)
      return
    }
    let parent = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parent.count > 1 ? parent.dropLast().joined(separator: "/") : "."
    let wanted = String(parent.last ?? "").lowercased()
    guard !wanted.isEmpty, try InputFile.exists(folder.isEmpty ? "/" : folder) else {
      throw DatasetError(.cannotRead(code: 2), in: path)
    }
    do throws(DatasetError) {
      try self.init(folder: folder.isEmpty ? "/" : folder, wanted: wanted)
    } catch {
      // That a file of the set is missing says more than that there is no such folder.
      if case .missing = error.problem { throw error }
      throw DatasetError(.cannotRead(code: 2), in: path)
    }
  }

  private init(folder: String, wanted: String?) throws(DatasetError) {
    let names = try InputFile.names(in: folder)
    var sets: [String: [Key: (path: String, preference: Int)]] = [:]
    for name in names {
      guard let meaning = IDXName(name), let path = try Self.file("\(folder)/\(name)", meaning)
      else {
        continue
      }
      let key = Key(part: meaning.part, role: meaning.role)
      if let known = sets[meaning.set]?[key], known.preference <= meaning.preference { continue }
      sets[meaning.set, default: [:]][key] = (path, meaning.preference)
    }
    let set = try Self.choice(of: sets.mapValues(\.count), wanted, folder)
    self.set = set
    paths = (sets[set] ?? [:]).mapValues(\.path)
    for part in [IDXName.Part.training, .test] {
      for role in [IDXName.Role.images, .labels] where paths[Key(part: part, role: role)] == nil {
        let prefix = set.isEmpty ? "" : set + "-"
        let rank = role == .images ? 3 : 1
        let name = "\(prefix)\(part.name)-\(role.rawValue)-idx\(rank)-ubyte"
        throw DatasetError(.missing(name, held: names), in: folder)
      }
    }
  }

  /// The set that is meant: the one that there is, or MNIST among others.
  private static func choice(of sets: [String: Int], _ wanted: String?, _ folder: String)
    throws(DatasetError) -> String
  {
    if let wanted {
      guard sets[wanted] != nil else { throw DatasetError(.cannotRead(code: 2), in: folder) }
      return wanted
    }
    let whole = sets.filter { $0.value == 4 }.keys.sorted()
    if whole.count > 1, !whole.contains("") {
      throw DatasetError(.severalSets(whole), in: folder)
    }
    return whole.first ?? sets.keys.sorted().first ?? ""
  }

  /// The file at a path, or the one that an unzip has left in a folder of its name.
  private static func file(_ path: String, _ meaning: IDXName) throws(DatasetError) -> String? {
    guard InputFile.isFolder(path) else { return path }
    let inner = try InputFile.names(in: path).filter { name in
      guard let found = IDXName(name) else { return false }
      return found.part == meaning.part && found.role == meaning.role
        && !InputFile.isFolder("\(path)/\(name)")
    }
    return inner.first.map { "\(path)/\($0)" }
  }
}
