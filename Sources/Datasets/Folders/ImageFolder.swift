/// What there is in a folder of images.
struct ImageFolder {
  let path: String
  /// The names of PNG and JPEG files, in their order.
  let images: [String]
  /// The names of folders, likewise.
  let folders: [String]
  /// The names of all else.
  let others: [String]

  init(_ path: String) throws(DatasetError) {
    self.path = path
    var (images, folders, others): ([String], [String], [String]) = ([], [], [])
    for name in try InputFile.names(in: path) where !Self.leftovers.contains(name.lowercased()) {
      if Self.endings.contains(Self.ending(of: name)) {
        images.append(name)
      } else if InputFile.isFolder("\(path)/\(name)") {
        folders.append(name)
      } else {
        others.append(name)
      }
    }
    self.images = images.sorted(by: RawLabels.precedes)
    self.folders = folders.sorted(by: RawLabels.precedes)
    self.others = others
  }

  /// The last part of its path.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }
  /// All names, folders first.
  var names: [String] { folders + images + others }

  /// Files that are images of other formats, by their names.
  var otherImages: [String] { others.filter { Self.otherEndings.contains(Self.ending(of: $0)) } }

  /// That there are no images.
  var noImages: DatasetError { DatasetError(.noImages(folders: folders, others: others), in: path) }

  private static let endings: Set<Substring> = ["png", "jpg", "jpeg"]
  private static let otherEndings: Set<Substring> = [
    "avif", "bmp", "gif", "heic", "jfif", "jp2", "pgm", "ppm", "svg", "tif", "tiff", "webp",
  ]

  /// What file managers and archives of other systems leave beside files.
  private static let leftovers: Set<String> = [
    "__macosx", "desktop.ini", "ehthumbs.db", "thumbs.db",
  ]

  private static func ending(of name: String) -> Substring {
    name.contains(".") ? name.lowercased().split(separator: ".").last ?? "" : ""
  }
}
