import Language

/// The files of folders of images, in the order in which they are rows.
struct ImageListing: Sendable, Equatable {
  struct File: Sendable, Equatable {
    let path: String
    /// The place of its folder among the classes; `nil` for images to predict.
    let label: Int32?
  }

  /// By the names of their folders, then by their own; those to predict last.
  private(set) var files: [File] = []
  /// How many of the files, the first ones, are to learn from.
  let trainingCount: Int
  /// The folders, which are the names of the classes.
  let classes: [String]
  /// What was found in the folders and is not read.
  private var unread: [String]

  /// The most images of a data set.
  private static let most = 10_000_000

  init(labelled: String, test: String?) throws(DatasetError) {
    try InputFile.expectFolder(labelled)
    let held = try ImageFolder(labelled)
    classes = held.folders
    guard classes.count > 1 else {
      throw DatasetError(.noClassFolders(classes, held: held.names), in: labelled)
    }
    var folders: [ImageFolder] = []
    for name in classes { folders.append(try ImageFolder("\(labelled)/\(name)")) }
    // Of folders of parts, each with folders of classes, the one for training is the one to name.
    let empty = folders.filter(\.images.isEmpty)
    if let first = empty.first(where: { $0.name.lowercased().hasPrefix("train") }) ?? empty.first {
      throw first.noImages
    }
    unread = held.images + held.otherImages
    trainingCount = folders.reduce(0) { $0 + $1.images.count }
    for (label, folder) in folders.enumerated() { add(folder, label: Int32(label)) }
    if let test { try addFiles(toPredict: test) }
    guard files.count <= Self.most else {
      throw DatasetError(.dimensions([files.count]), in: labelled)
    }
  }

  /// Images to predict stand in the folder, or in folders of their classes within it.
  private mutating func addFiles(toPredict path: String) throws(DatasetError) {
    try InputFile.expectFolder(path)
    let folder = try ImageFolder(path)
    files += folder.images.map { File(path: "\(path)/\($0)", label: nil) }
    unread += folder.others + folder.folders.filter { !classes.contains($0) }
    for (label, name) in classes.enumerated() where folder.folders.contains(name) {
      add(try ImageFolder("\(path)/\(name)"), label: Int32(label))
    }
    guard files.count > trainingCount else { throw folder.noImages }
  }

  private mutating func add(_ folder: ImageFolder, label: Int32) {
    files += folder.images.map { File(path: "\(folder.path)/\($0)", label: label) }
    unread += (folder.folders + folder.others).map { "\(folder.name)/\($0)" }
  }

  /// What is not read, which nobody said.
  var note: DataNote? {
    unread.isEmpty
      ? nil
      : DataNote(
        "there is something else among the PNG and JPEG files of the classes: \(listed(unread))",
        help:
          "names end with .png, .jpg or .jpeg, and folders of classes hold no others; take it out")
  }
}
