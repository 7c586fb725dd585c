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
  var path: String { file.path }
  /// How many bytes it has.
  var size: Int { file.size }

  init(_ path: String) throws(DatasetError) {
    do {
      file = try RegularFile(path)
    } catch {
      throw DatasetError(error)
    }
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
    do {
      return try file.read(at: offset, into: buffer)
    } catch {
      throw DatasetError(error)
    }
  }
}

/// Whether there is something at a path.
func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
