import VisibleText

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
  private let descriptor: Int32

  private init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Takes the lock of a name in a folder, which is made where it is missing; where another holds
  /// it, waits for it or tells who holds it.
  package static func acquire(
    _ name: String, in location: FolderLocation, wait: Bool
  ) throws(FileLockError) -> FileLock {
    let path = location.path + "/" + name
    let lock = FileLock(try open(name, in: location, path))
    guard retrying({ flock(lock.descriptor, LOCK_EX | (wait ? 0 : LOCK_NB)) }) == 0 else {
      guard errno == EWOULDBLOCK else { throw .file(FileError(.lock, path)) }
      throw .held(path: path, by: lock.holder)
    }
    lock.tellHolder()
    return lock
  }

  /// Opens the lock's file, which is nothing but a file of the folder itself: its contents are
  /// overwritten.
  private static func open(
    _ name: String, in location: FolderLocation, _ path: String
  ) throws(FileLockError) -> Int32 {
    do throws(FileError) {
      let folder = try location.make()
      let descriptor = openDescriptor(
        name, in: folder.descriptor, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK)
      guard descriptor >= 0 else {
        throw FileError(.lock, path, errno == ELOOP ? .isALink : .code(errno))
      }
      guard FileStatus(name, in: folder)?.kind == .file else {
        close(descriptor)
        throw FileError(.lock, path, .notRegular)
      }
      return descriptor
    } catch {
      throw .file(error)
    }
  }

  /// Writes the process number, only for people: a full disk does no harm.
  ///
  /// A file with another name elsewhere is locked, and left as it is.
  private func tellHolder() {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_nlink <= 1,
      ftruncate(descriptor, 0) == 0
    else { return }
    let bytes = Array("\(getpid()) \(System.hostName)\n".utf8)
    bytes.withUnsafeBytes { buffer in
      if let base = buffer.baseAddress { _ = System.write(descriptor, base, buffer.count) }
    }
  }

  /// Who holds the lock, as the file tells; a machine's name is left out where it is this one.
  private var holder: LockHolder? {
    var bytes = [UInt8](repeating: 0, count: 300)
    let count = bytes.withUnsafeMutableBytes { buffer in
      retrying { pread(descriptor, buffer.baseAddress, buffer.count, 0) }
    }
    guard count > 0 else { return nil }
    let line = bytes[..<count].prefix { $0 != UInt8(ascii: "\n") }
    let words = String(decoding: line, as: UTF8.self).split(separator: " ")
    guard let process = words.first.flatMap({ Int($0) }) else { return nil }
    let host = words.dropFirst().first.map(String.init)
    return LockHolder(process: process, host: host == System.hostName ? nil : host)
  }
}

/// The process that holds a lock.
package struct LockHolder: Sendable, Equatable, CustomStringConvertible {
  package let process: Int
  /// The machine that it runs on; `nil` for this one.
  package let host: String?

  package init(process: Int, host: String?) {
    self.process = process
    self.host = host
  }

  package var description: String {
    "process \(process)" + (host.map { " of \($0)" } ?? "")
  }
}

/// Why a lock could not be taken.
package enum FileLockError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Another holds it: who, where that could be read.
  case held(path: String, by: LockHolder?)
  case file(FileError)

  /// What went wrong, and what to do where there is something to say.
  package var description: String {
    switch self {
    case .held(let path, let holder?):
      "\(makingControlsVisible(path)) is in use by \(makingControlsVisible("\(holder)"))"
    case .held(let path, nil): "\(makingControlsVisible(path)) is in use by another process"
    case .file(let error): error.description
    }
  }
}
