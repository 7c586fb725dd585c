import VisibleText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// A file operation that failed, with the path and the reason.
package struct FileError: Error, Sendable, Equatable, CustomStringConvertible {
  package enum Operation: String, Sendable {
    case read, write, create, open, replace, delete, list, lock
  }

  package enum Reason: Sendable, Equatable {
    /// The system's error number.
    case code(Int32)
    /// There is a file where a folder is needed.
    case isAFile
    /// There is a link, and none is followed there.
    case isALink
    /// It is a pipe, a device or the like.
    case notRegular
    /// It has at least this many bytes, which are too many.
    case tooLarge(byteCount: Int)
    /// A folder that it is to be made in is not there.
    case noFolder(String)
    /// The folder that it is to be made in takes no new names, as those of the system do.
    case nothingMade(in: String)
    /// What was written, or its folder, was deleted before it had its name.
    case deletedMeanwhile
    /// The name leads out of its folder, or is no name.
    case badName
    /// A name in the folder that is not text, as it is spelled for people.
    case nameNotUTF8(String)
    /// Two files of the same name are to be written.
    case duplicate
    /// The reader was asked to stop.
    case cancelled
  }

  package let operation: Operation
  package let path: String
  package let reason: Reason

  package init(_ operation: Operation, _ path: String, _ reason: Reason) {
    self.operation = operation
    self.path = path
    self.reason = reason
  }

  /// Takes the reason from the system call that has just failed.
  package init(_ operation: Operation, _ path: String) {
    self.init(operation, path, .code(errno))
  }

  /// The same error with the path that people know in place of a temporary one.
  package func moved(from temporary: String, to path: String) -> FileError {
    guard self.path.hasPrefix(temporary) else { return self }
    return FileError(operation, path + self.path.dropFirst(temporary.count), reason)
  }

  /// The system's error number, where that is the reason.
  package var code: Int32? {
    if case .code(let code) = reason { code } else { nil }
  }

  /// What went wrong, in one line with no full stop: "cannot write output: the disk is full".
  package var message: String {
    "cannot \(operation.rawValue) \(makingControlsVisible(path)): \(reason.message)"
  }

  package var description: String { help.map { "\(message); \($0)" } ?? message }

  /// What to do about it, in one line, where there is something to say.
  package var help: String? {
    switch reason {
    case .code(ENOSPC), .code(EDQUOT): "free some space, or choose another folder"
    case .code(EACCES), .code(EPERM), .code(EROFS):
      "make the folder writable, or choose another one"
    case .code(EEXIST): "move what is in the way, or choose another name"
    case .noFolder: "make it, or choose another folder"
    case .nothingMade: "choose another folder"
    case .deletedMeanwhile: "run again, and let nothing delete it meanwhile"
    case .code(ENOTDIR), .isAFile:
      "move the file that is in the way, or choose another folder"
    case .isALink: "no link is followed there; remove it"
    case .badName: "write a name that stays within the folder"
    case .nameNotUTF8: "rename it"
    case .duplicate: "give each file a name of its own"
    default: nil
    }
  }
}

extension FileError {
  /// What to do where a notebook names the file.
  package var namingHelp: String {
    switch reason {
    case .code(EISDIR), .notRegular: "name a file"
    case .code(EACCES), .code(EPERM): "allow this user to read it"
    case .tooLarge: "name a smaller file"
    default: helpForMissing(path)
    }
  }
}

extension FileError.Reason {
  /// Whether a folder stands where a file should.
  package var isOfAFolder: Bool { if case .code(EISDIR) = self { true } else { false } }

  /// What went wrong, in words that follow the file's name and a colon.
  package var message: String {
    switch self {
    case .code(ENOSPC): "the disk is full"
    case .code(EDQUOT): "the disk quota is used up"
    case .code(EACCES), .code(EPERM): "permission denied"
    case .code(EROFS): "the file system is read-only"
    case .code(ENOENT): "it does not exist"
    case .code(ENOTDIR): "a part of the path is a file"
    case .code(EISDIR): "it is a folder"
    case .code(ENAMETOOLONG): "the name is too long"
    case .code(EEXIST): "there is something of that name"
    case .code(EFBIG): "the file would be too large"
    case .code(let code): String(cString: strerror(code))
    case .isAFile: "it is a file, not a folder"
    case .isALink: "it is a link"
    case .notRegular: "it is a pipe, a socket or a device, not a file"
    case .tooLarge(let byteCount): "it is too large (\(byteCount) bytes)"
    case .noFolder(let folder): "there is no folder \(makingControlsVisible(folder))"
    case .nothingMade(let folder): "nothing can be made in \(makingControlsVisible(folder))"
    case .deletedMeanwhile: "it was deleted meanwhile, as by 'daybook clean'"
    case .badName: "the name is not within the folder"
    case .nameNotUTF8(let name): "the name '\(name)' in it is not UTF-8"
    case .duplicate: "two files have this name"
    case .cancelled: "the reading was stopped"
    }
  }
}
