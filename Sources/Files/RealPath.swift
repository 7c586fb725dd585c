#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// The path from the root of the file system that a path leads to, without links; `nil` for one that
/// leads nowhere.
package func resolvedPath(_ path: String) -> String? {
  RealPath(path)?.text
}

/// Where a path leads: from the root of the file system, without links, "." and "..".
///
/// Compared by bytes, as file systems do: two spellings of a letter are two names.
struct RealPath: Sendable, Equatable {
  fileprivate let bytes: [UInt8]

  /// The path as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Follows all links; `nil` where there is nothing.
  init?(_ path: String) {
    guard !path.utf8.contains(0), let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    bytes = Array(UnsafeRawBufferPointer(start: real, count: strlen(real)))
  }

  /// The longest part of a path that leads somewhere; `nil` where none does.
  init?(existingPartOf path: String) {
    // No system opens a longer one.
    guard !path.utf8.contains(0), path.utf8.count <= 4096 else { return nil }
    let isAbsolute = path.utf8.first == Self.slash
    guard var best = RealPath(isAbsolute ? "/" : ".") else { return nil }
    let ends = path.utf8.indices.filter { path.utf8[$0] == Self.slash }
    // Whatever is behind a part that leads nowhere leads nowhere either.
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      let part = String(path[..<ends[middle]])
      if let real = part.isEmpty ? best : RealPath(part) {
        best = real
        low = middle + 1
      } else {
        high = middle
      }
    }
    self = best
  }

  private static let slash = UInt8(ascii: "/")

  /// The names that lead to it from a folder; none for the folder itself, `nil` where it does not lie
  /// beneath it.
  func names(beneath folder: RealPath) -> [String]? {
    let root = folder.bytes == [Self.slash] ? [] : folder.bytes
    guard bytes.starts(with: root) else { return nil }
    let rest = bytes[root.count...]
    guard rest.isEmpty || rest.first == Self.slash else { return nil }
    return rest.split(separator: Self.slash).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether it is a folder's own path, or one beneath it.
  func isBeneath(_ folder: RealPath) -> Bool { names(beneath: folder) != nil }

  /// The nearest folder upwards that holds something of a name; never the root of the file system.
  func nearestFolder(holding name: String) -> RealPath? {
    var folder = bytes
    while folder.count > 1 {
      let inner = String(decoding: folder, as: UTF8.self) + "/" + name
      if access(inner, F_OK) == 0 { return RealPath(bytes: folder) }
      folder = Array(folder[..<(folder.lastIndex(of: Self.slash) ?? 0)])
    }
    return nil
  }
}
