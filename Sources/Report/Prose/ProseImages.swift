#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The images that prose shows: read from the notebook's folder and put into the page.
struct ProseImages {
  /// The notebook's folder; empty for the current one.
  let folder: String
  private static let largest = 8 << 20

  /// An image with its bytes; only its text where it cannot be shown.
  func html(_ path: String, alternativeText: String) -> HTML {
    guard let url = url(path) else {
      return "<span class=\"missing\" title=\"\(path)\">image: \(alternativeText)</span>"
    }
    return "<img class=\"prose-image\" src=\"\(url)\" alt=\"\(alternativeText)\">"
  }

  /// The image as a data URL; `nil` where it is outside the folder, unreadable, or no image.
  private func url(_ path: String) -> String? {
    guard let type = Self.type(of: path), !path.hasPrefix("/"), !path.contains(":"),
      let root = Self.real(folder.isEmpty ? "." : folder),
      let file = Self.real((folder.isEmpty ? "." : folder) + "/" + path),
      file.hasPrefix(root == "/" ? root : root + "/"), let bytes = Self.read(file)
    else { return nil }
    return dataURL(type, bytes)
  }

  private static func type(of path: String) -> String? {
    let types = [
      "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
      "webp": "image/webp", "svg": "image/svg+xml",
    ]
    return path.split(separator: ".").last.flatMap { types[$0.lowercased()] }
  }

  /// The path without symbolic links and dots; `nil` where nothing is there.
  private static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return ferror(file) == 0 ? bytes : nil }
      bytes += buffer[..<count]
      if bytes.count > largest { return nil }
    }
  }
}
