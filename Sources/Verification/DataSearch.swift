import Digest
import Files
import Report

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Finds files by what they hold, whatever they are called: by size first, then by digest.
struct DataSearch {
  /// The paths of those that were found, by digest.
  private(set) var found: [String: String] = [:]

  /// Folders within one another, and files in all, that are looked through.
  private static let deepest = 12
  private static let mostFiles = 1_000_000

  /// Looks for files beneath folders until all are found.
  init(_ wanted: [PageRecord.File], beneath folders: [String], isCancelled: () -> Bool) {
    var missing = Dictionary(wanted.map { ($0.digest, $0.bytes) }) { first, _ in first }
    let sizes = Set(missing.values)
    var seen = 0
    for folder in folders {
      var open = [(path: folder, depth: 0)]
      while let (path, depth) = open.popLast(), !missing.isEmpty, !isCancelled() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        for name in names.sorted() {
          seen += 1
          guard seen < Self.mostFiles else { return }
          let inner = path + "/" + name
          switch Self.kind(of: inner) {
          case .folder where depth < Self.deepest: open.append((inner, depth + 1))
          case .file(let size) where sizes.contains(size):
            guard let digest = try? SHA256.digest(ofFileAt: inner, isCancelled: isCancelled),
              missing.removeValue(forKey: digest.hexadecimal) != nil
            else { continue }
            found[digest.hexadecimal] = inner
          default: break
          }
        }
      }
    }
  }

  private enum Kind {
    case folder
    case file(size: Int)
    case other
  }

  /// A link to a file counts as one; a link to a folder may lead in a circle.
  private static func kind(of path: String) -> Kind {
    if let size = try? RegularFile(path).size { return .file(size: size) }
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.type] as? FileAttributeType == .typeDirectory ? .folder : .other
  }
}
