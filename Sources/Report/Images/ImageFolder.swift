import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The notebook's folder, out of which no image may come.
struct ImageFolder {
  private let path: String
  private let largest = 4 << 20

  init(_ path: String) {
    self.path = path.isEmpty ? "." : path
  }

  /// The image at a path of the prose, ready for the page.
  func image(_ written: String) throws(ImageProblem) -> DataURL {
    let bytes = try contents(of: written)
    guard let format = ImageFormat(bytes) else {
      throw ImageProblem(path: written, reason: .unknownFormat)
    }
    return DataURL(format.mediaType, bytes)
  }

  private func contents(of written: String) throws(ImageProblem) -> [UInt8] {
    let file = try location(of: written)
    do throws(FileError) {
      // Links are resolved by now; one that has come since may lead anywhere.
      return try RegularFile(file, followingLink: false).contents(atMost: largest)
    } catch {
      let reason: ImageProblem.Reason =
        switch error.reason {
        case .code(EISDIR), .notRegular: .notAFile
        case .tooLarge(let byteCount): .tooLarge(byteCount: byteCount)
        case .code(EACCES), .code(EPERM): .unreadable
        default: .notFound
        }
      throw ImageProblem(path: written, reason: reason)
    }
  }

  /// Where the file really is, once links are followed and `..` is resolved: within the folder.
  private func location(of written: String) throws(ImageProblem) -> String {
    guard Self.isRelative(written) else { throw ImageProblem(path: written, reason: .notRelative) }
    guard let folder = resolved(path),
      let file = resolved(path + "/" + written)
        ?? percentDecoded(written).flatMap({ resolved(path + "/" + $0) })
    else {
      throw ImageProblem(path: written, reason: errno == EACCES ? .unreadable : .notFound)
    }
    let prefix = folder.utf8.last == UInt8(ascii: "/") ? folder : folder + "/"
    guard file.utf8.starts(with: prefix.utf8) else {
      throw ImageProblem(path: written, reason: .outsideFolder)
    }
    return file
  }

  /// Whether a path has no scheme, does not start at a root and can be a name of a file.
  private static func isRelative(_ written: String) -> Bool {
    let beginning = written.utf8.prefix { $0 != UInt8(ascii: "/") }
    return !written.isEmpty && !written.utf8.contains(0) && !beginning.isEmpty
      && !beginning.contains(UInt8(ascii: ":"))
  }

  private func resolved(_ path: String) -> String? {
    guard !path.utf8.contains(0), let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}

/// A path with its percent signs resolved, as Markdown may write blanks; `nil` where it is no text.
private func percentDecoded(_ path: String) -> String? {
  var bytes: [UInt8] = []
  var rest = Substring(path).utf8
  while let byte = rest.popFirst() {
    let digits = rest.prefix(2)
    if byte == UInt8(ascii: "%"), digits.count == 2, digits.first != UInt8(ascii: "+"),
      let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
    {
      bytes.append(value)
      rest = rest.dropFirst(2)
    } else {
      bytes.append(byte)
    }
  }
  return String(validating: bytes, as: UTF8.self)
}
