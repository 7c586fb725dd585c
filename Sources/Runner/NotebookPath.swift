#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A notebook's path as a command names it from the current folder: `notebooks/digits.md`.
///
/// A notebook that does not lie beneath the current folder has its name alone: a report tells
/// nothing of the machine that made it.
struct NotebookPath {
  let text: String

  init(_ path: String) {
    let parts = path.split(separator: "/").filter { $0 != "." }
    let name = parts.last.map(String.init) ?? ""
    if !path.hasPrefix("/"), !parts.contains("..") {
      text = parts.joined(separator: "/")
      return
    }
    let folder = (path.hasPrefix("/") ? "/" : "") + parts.dropLast().joined(separator: "/")
    guard let here = Self.resolved("."), here != "/", let folder = Self.resolved(folder),
      (folder + "/").hasPrefix(here + "/")
    else {
      text = name
      return
    }
    let inner = folder.dropFirst(here.count).drop { $0 == "/" }
    text = inner.isEmpty ? name : "\(inner)/\(name)"
  }

  /// The path without links; `nil` where there is nothing.
  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
