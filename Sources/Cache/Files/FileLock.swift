#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// Holds a lock between processes for as long as it lives.
///
/// `flock` on a file that stays where it is; the system releases the lock when its holder ends,
/// however it ends. The file tells the holder's process number, for people.
package struct FileLock: ~Copyable {
  private let file: OpenFile

  private init(_ file: consuming OpenFile) {
    self.file = file
  }

  /// Takes the lock at `path`; where another holds it, waits for it or tells who holds it.
  package static func acquire(_ path: String, wait: Bool) throws(FileLockError) -> FileLock {
    let file = try open(path)
    guard retrying({ flock(file.descriptor, LOCK_EX | (wait ? 0 : LOCK_NB)) }) == 0 else {
      guard errno == EWOULDBLOCK else { throw .file(FileError(.lock, path)) }
      throw .held(path: path, by: holder(of: file))
    }
    // Only for people, so a full disk does no harm.
    if ftruncate(file.descriptor, 0) == 0 { try? file.write(Array("\(getpid())\n".utf8)) }
    return FileLock(file)
  }

  private static func open(_ path: String) throws(FileLockError) -> OpenFile {
    do {
      try Folder.create(Folder.parent(of: path))
      return try OpenFile(updating: path)
    } catch {
      throw .file(error)
    }
  }

  private static func holder(of file: borrowing OpenFile) -> Int? {
    guard let bytes = try? file.read(20) else { return nil }
    return Int(String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
  }
}

/// Why a lock could not be taken.
package enum FileLockError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Another holds it: the process of this number, where it could be read.
  case held(path: String, by: Int?)
  case file(FileError)

  /// What went wrong, and what to do where there is something to say.
  package var description: String {
    switch self {
    case .held(let path, let process?): "\(path) is in use by process \(process)"
    case .held(let path, nil): "\(path) is in use by another process"
    case .file(let error): error.description
    }
  }
}
