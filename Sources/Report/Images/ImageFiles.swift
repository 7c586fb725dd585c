import Digest
import Files
import Notebook

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The images of a notebook's prose: files that it may read, in formats that browsers show.
struct ImageFiles {
  private let readable: ReadableFolders
  private let largest = 4 << 20

  init(_ readable: ReadableFolders) {
    self.readable = readable
  }

  /// An image as the page holds it.
  struct Image {
    let mediaType: String
    let bytes: [UInt8]
    /// SHA-256 in hexadecimal.
    let digest: String
    /// Whether it lies outside the project, in a folder that was allowed.
    let isAllowed: Bool

    var url: DataURL { DataURL(mediaType, bytes) }

    /// What the page's record says of it.
    func record(_ path: String) -> PageRecord.File {
      PageRecord.File(
        path: path, bytes: bytes.count, digest: digest, isAllowed: isAllowed, contents: nil)
    }
  }

  /// The image at a path of the prose, ready for the page.
  func image(_ written: String) throws(ImageProblem) -> Image {
    let place = try location(of: written)
    let bytes = try contents(of: place, written)
    guard let format = ImageFormat(bytes) else {
      throw ImageProblem(path: written, reason: .unknownFormat)
    }
    return Image(
      mediaType: format.mediaType, bytes: bytes, digest: SHA256.hex(of: bytes),
      isAllowed: readable.standing(ofFileAt: place) == .allowed)
  }

  private func contents(of place: String, _ written: String) throws(ImageProblem) -> [UInt8] {
    do throws(FileError) {
      return try RegularFile(place).contents(atMost: largest)
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

  /// Where the file is, beneath the folders that may be read.
  private func location(of written: String) throws(ImageProblem) -> String {
    guard Self.isRelative(written) else { throw ImageProblem(path: written, reason: .notRelative) }
    let plain = readable.path(written)
    let decoded = percentDecoded(written)
      .flatMap { $0.utf8.contains(0) ? nil : readable.path($0) }
    // Markdown may write a blank as "%20", and a file may be called so.
    let place = FileSignature(plain) == nil ? decoded ?? plain : plain
    if let refusal = readable.refusal(ofFileAt: place) {
      throw ImageProblem(path: written, reason: .refused(refusal))
    }
    return place
  }

  /// Whether a path has no scheme, does not start at a root and can be a name of a file.
  private static func isRelative(_ written: String) -> Bool {
    let beginning = written.utf8.prefix { $0 != UInt8(ascii: "/") }
    return !written.isEmpty && !written.utf8.contains(0) && !beginning.isEmpty
      && !beginning.contains(UInt8(ascii: ":"))
  }
}
