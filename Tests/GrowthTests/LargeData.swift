import Datasets
import Figures
import Foundation

/// Files of many levels, in a form each.
enum LargeData: String, CaseIterable, Sendable {
  case csv = "CSV"
  case csvInColour = "CSV in colour"
  case csvOfFractions = "CSV of fractions"
  case idxOfShorts = "IDX of 16-bit numbers"
  case idxTransposed = "IDX, on its side"
  case npz = "NPZ"
  case npzOfFractions = "NPZ of fractions"
  case npzInFortranOrder = "NPZ in Fortran order"
  case npzOfFractionsInFortranOrder = "NPZ of fractions in Fortran order"
  case npzInColour = "NPZ in colour"
  case images = "folders of images"

  private static let count = 24_000
  /// In grey; in colour 16 by 16.
  private static let (width, height) = (32, 24)
  /// What all images together have.
  static let levels = count * width * height

  /// Writes the files.
  func files(in folder: String) throws -> any DatasetFiles {
    let labels = (0..<Self.count).map { UInt8($0 % 10) }
    switch self {
    case .csv, .csvInColour, .csvOfFractions: return try csv(folder + "/d.csv")
    case .idxOfShorts:
      return try idx(
        folder, labels, type: 0x0B, [UInt8](repeating: 0, count: 2 * Self.levels),
        DeclaredImages())
    case .idxTransposed:
      return try idx(
        folder, labels, type: 0x08, [UInt8](repeating: 1, count: Self.levels),
        DeclaredImages(isTransposed: true))
    case .images: return try images(folder)
    default: return try npz(folder + "/d.npz", labels)
    }
  }

  private func csv(_ path: String) throws -> CSVFiles {
    let level = self == .csvOfFractions ? ",0.5" : ",7"
    let pixels = String(repeating: level, count: Self.width * Self.height)
    let text = (0..<Self.count).map { "\($0 % 10)\(pixels)\n" }.joined()
    try Data(text.utf8).write(to: URL(filePath: path))
    let images =
      switch self {
      case .csvInColour: DeclaredImages(size: ImageSize(width: 16, height: 16), channels: 3)
      default:
        DeclaredImages(
          size: ImageSize(width: Self.width, height: Self.height),
          levels: self == .csvOfFractions ? 1 : nil)
      }
    return CSVFiles(labelled: path, test: nil, declared: .init(images: images))
  }

  private func idx(
    _ folder: String, _ labels: [UInt8], type: UInt8, _ payload: [UInt8], _ images: DeclaredImages
  ) throws -> IDXFiles {
    func header(_ type: UInt8, _ sizes: [Int]) -> [UInt8] {
      [0, 0, type, UInt8(sizes.count)]
        + sizes.flatMap { size in
          (0..<4).map { UInt8(truncatingIfNeeded: size >> (24 - 8 * $0)) }
        }
    }
    let files = [folder + "/images", folder + "/labels"]
    try Data(header(type, [Self.count, Self.height, Self.width]) + payload)
      .write(to: URL(filePath: files[0]))
    try Data(header(8, [Self.count]) + labels).write(to: URL(filePath: files[1]))
    return try IDXFiles(files: files, declared: .init(images: images))
  }

  private func npz(_ path: String, _ labels: [UInt8]) throws -> NPZFiles {
    let areFractions = self == .npzOfFractions || self == .npzOfFractionsInFortranOrder
    let isFortran = self == .npzInFortranOrder || self == .npzOfFractionsInFortranOrder
    let sizes = self == .npzInColour ? [16, 16, 3] : [Self.height, Self.width]
    func array(_ type: String, _ shape: [Int], _ payload: [UInt8]) -> [UInt8] {
      let sizes = shape.map { "\($0), " }.joined()
      let order = isFortran ? "True" : "False"
      let header = "{'descr': '\(type)', 'fortran_order': \(order), 'shape': (\(sizes)), }"
      return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.utf8.count), 0]
        + Array(header.utf8) + payload
    }
    let images = [UInt8](repeating: 0, count: Self.levels * (areFractions ? 4 : 1))
    try StoredArchive.write(
      [
        ("x.npy", array(areFractions ? "<f4" : "|u1", [Self.count] + sizes, images)),
        ("y.npy", array("|u1", [Self.count], labels)),
      ], to: path)
    return NPZFiles(
      path, images: nil, labels: nil,
      declared: .init(images: DeclaredImages(levels: areFractions ? 1 : nil)))
  }

  /// A few large images in each folder.
  private func images(_ folder: String) throws -> ImageFolders {
    let (width, height) = (1000, Self.width * Self.height)
    let shades = [UInt8](repeating: 99, count: width * height)
    let image = try PNGEncoder.stored(shades, width: width, channels: 1)
    for number in 0..<Self.levels / shades.count {
      let place = URL(filePath: "\(folder)/\(number % 2)/\(number).png")
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(image).write(to: place)
    }
    return try ImageFolders(labelled: folder, test: nil)
  }
}

/// Writes zip archives of stored files, as far as readers of arrays look at them.
private enum StoredArchive {
  static func write(_ members: [(name: String, contents: [UInt8])], to path: String) throws {
    func words(_ words: [(number: Int, size: Int)]) -> [UInt8] {
      words.flatMap { word in
        (0..<word.size).map { UInt8(truncatingIfNeeded: word.number >> (8 * $0)) }
      }
    }
    var (archive, directory): ([UInt8], [UInt8]) = ([], [])
    for (name, contents) in members {
      // Version, flags, method, time, date, checksum, sizes, lengths of the name and of what is more.
      let fields = words([
        (20, 2), (0, 2), (0, 2), (0, 4), (0, 4), (contents.count, 4), (contents.count, 4),
        (name.utf8.count, 2), (0, 2),
      ])
      directory += words([(0x0201_4B50, 4), (20, 2)]) + fields
      directory += words([(0, 2), (0, 2), (0, 2), (0, 4), (archive.count, 4)]) + Array(name.utf8)
      archive += words([(0x0403_4B50, 4)]) + fields + Array(name.utf8) + contents
    }
    let end = words([
      (0x0605_4B50, 4), (0, 4), (members.count, 2), (members.count, 2), (directory.count, 4),
      (archive.count, 4), (0, 2),
    ])
    try Data(archive + directory + end).write(to: URL(filePath: path))
  }
}
