import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file of a data set open for reading, closed by its owner.
final class InputFile: Sendable {
  private let file: RegularFile
  private let isCancelled: @Sendable () -> Bool
  var path: String { file.path }
  /// How many bytes it has.
  var size: Int { file.size }

  /// Opens a file; `isCancelled` is asked before each read, from any thread.
  init(
    _ path: String, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(DatasetError) {
    self.isCancelled = isCancelled
    do {
      file = try RegularFile(path)
    } catch {
      throw DatasetError(error)
    }
  }

  /// Throws where the reading is no longer wanted.
  func checkCancelled() throws(DatasetError) {
    if isCancelled() { throw DatasetError(.cancelled, in: path) }
  }

  /// Fills `buffer` from `offset` on; returns how many bytes there were, fewer only at the end.
  func read(at offset: Int, into buffer: inout [UInt8]) throws(DatasetError) -> Int {
    try buffer.withUnsafeMutableBytes { bytes in
      Result { () throws(DatasetError) in try read(at: offset, into: bytes) }
    }.get()
  }

  /// Fills `buffer` from `offset` on; returns how many bytes there were, fewer only at the end.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(DatasetError) -> Int
  {
    try checkCancelled()
    do {
      return try file.read(at: offset, into: buffer)
    } catch {
      throw DatasetError(error)
    }
  }
}

extension InputFile {
  /// Whether there is something at a path; a folder that cannot be looked into is an error.
  static func exists(_ path: String) throws(DatasetError) -> Bool {
    guard access(path, F_OK) != 0 else { return true }
    let code = errno
    guard code == ENOENT else { throw DatasetError(.cannotRead(code: code), in: path) }
    return false
  }

  /// Whether a path leads to a folder.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Throws where a path leads to a file, of which a folder was expected: it is told what it is.
  static func expectFolder(_ path: String) throws(DatasetError) {
    guard try exists(path), !isFolder(path) else { return }
    let file = try InputFile(path)
    var start = [UInt8](repeating: 0, count: min(512, file.size))
    let count = try file.read(at: 0, into: &start)
    guard count > 0 else { throw DatasetError(.noFolder(nil), in: path) }
    throw DatasetError(.noFolder(FileKind(beginning: start[..<count])), in: path)
  }

  /// The names in a folder, sorted by their bytes, without those that begin with a dot; one that is
  /// not text is an error.
  static func names(in folder: String) throws(DatasetError) -> [String] {
    do throws(FileError) {
      return try Folder(folder).names(withHidden: false)
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    } catch {
      throw DatasetError(error)
    }
  }
}
