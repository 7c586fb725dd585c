import CZlib

/// Reads a file from its beginning to its end, decompressing it where it is gzipped.
final class InflatingReader {
  let path: String
  private let file: InputFile
  private(set) var isGzipped = false
  /// Bytes of the file as it lies there.
  var size: Int { file.size }
  private var offset: Int
  /// Where what is read of the file ends.
  private let end: Int
  /// Whether it is a part that was deflated with no header of gzip's.
  private let isPart: Bool
  private var input: [UInt8]
  /// Bytes of the file that are read at once: no more, for who wants its beginning alone.
  private static let inputSize = 1 << 16
  /// The part of `input` that is not used yet.
  private var pending = 0..<0
  /// Allocated so that its address stays: zlib keeps it.
  private let stream: UnsafeMutablePointer<z_stream>
  private var hasEnded = false

  init(_ path: String, isCancelled: @escaping @Sendable () -> Bool) throws(DatasetError) {
    self.path = path
    file = try InputFile(path, isCancelled: isCancelled)
    offset = 0
    end = file.size
    isPart = false
    input = [UInt8](repeating: 0, count: min(file.size, Self.inputSize))
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard file.size > 0 else { throw DatasetError(.empty, in: path) }
    var magic = [UInt8](repeating: 0, count: 2)
    guard try file.read(at: 0, into: &magic) == 2, magic == [0x1F, 0x8B] else { return }
    // 16 more window bits mean gzip's header and checksum.
    guard daybook_inflate_init(stream, 15 + 16) == Z_OK else {
      throw DatasetError(.compressed(.memory), in: path)
    }
    isGzipped = true
  }

  /// Reads a part of a file, decompressing it where it was deflated.
  init(part: Range<Int>, of file: InputFile, isDeflated: Bool) throws(DatasetError) {
    path = file.path
    self.file = file
    offset = part.lowerBound
    end = part.upperBound
    isPart = true
    input = [UInt8](repeating: 0, count: max(1, min(part.count, Self.inputSize)))
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard isDeflated else { return }
    // A negative number of window bits means no header.
    guard daybook_inflate_init(stream, -15) == Z_OK else {
      throw DatasetError(.compressed(.memory), in: path)
    }
    isGzipped = true
  }

  deinit {
    if isGzipped { inflateEnd(stream) }
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// Fills `buffer`; returns how many bytes there were, fewer only at the end.
  func read(into buffer: inout [UInt8]) throws(DatasetError) -> Int {
    try buffer.withUnsafeMutableBytes { bytes in
      Result { () throws(DatasetError) in try read(into: bytes) }
    }.get()
  }

  /// Fills `buffer`; returns how many bytes there were, fewer only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DatasetError) -> Int {
    guard isGzipped else {
      let room = UnsafeMutableRawBufferPointer(
        rebasing: buffer[..<min(buffer.count, end - offset)])
      let count = try file.read(at: offset, into: room)
      offset += count
      return count
    }
    var filled = 0
    while filled < buffer.count, !hasEnded {
      try file.checkCancelled()
      filled += try inflate(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
    }
    return filled
  }

  /// The most bytes that there can be at all.
  ///
  /// Deflate makes at most 258 bytes of two bits, and no more than 1032 of a byte (RFC 1951).
  var mostBytes: Int { min(size, 1 << 50) * (isGzipped ? 1032 : 1) }

  /// Checks that bytes promised after `before` others are as many as there can be at all.
  func check(promised: Int, after before: Int) throws(DatasetError) {
    guard isGzipped else {
      let found = file.size - before
      if found < promised {
        throw DatasetError(.payload(expected: promised, found: found), in: path)
      }
      if found > promised { throw DatasetError(.tooLong(expected: promised), in: path) }
      return
    }
    guard promised / 1032 <= file.size else {
      throw DatasetError(.implausible(expected: promised, compressed: file.size), in: path)
    }
  }

  /// Whether so many more bytes can be there at all.
  func canHold(_ count: Int) -> Bool {
    let left = end - offset + pending.count
    return isGzipped ? count / 1032 <= left : count <= left
  }

  /// Decompresses some more; at least one byte, or `hasEnded`.
  private func inflate(into buffer: UnsafeMutableRawBufferPointer) throws(DatasetError)
    -> Int
  {
    if pending.isEmpty { try refill() }
    guard !pending.isEmpty else { throw DatasetError(.compressed(.truncated), in: path) }
    let room = min(buffer.count, 1 << 30)
    let (status, used, made) = input.withUnsafeMutableBytes { input in
      stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        .advanced(by: pending.lowerBound)
      stream.pointee.avail_in = UInt32(pending.count)
      stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.pointee.avail_out = UInt32(room)
      let status = CZlib.inflate(stream, Z_NO_FLUSH)
      return (
        status, pending.count - Int(stream.pointee.avail_in), room - Int(stream.pointee.avail_out)
      )
    }
    pending = pending.lowerBound + used..<pending.upperBound
    switch status {
    case Z_OK: break
    case Z_STREAM_END: try endMember()
    case Z_BUF_ERROR where used > 0 || made > 0: break
    case Z_MEM_ERROR: throw DatasetError(.compressed(.memory), in: path)
    default: throw DatasetError(.compressed(.corrupt), in: path)
    }
    return made
  }

  /// After a member another may follow, or zeros to the end of the file, which tapes and disks add.
  private func endMember() throws(DatasetError) {
    guard !isPart else {
      hasEnded = true
      return
    }
    if pending.isEmpty { try refill() }
    guard let first = pending.first else {
      hasEnded = true
      return
    }
    if input[first] == 0 { return try endPadding() }
    guard input[first] == 0x1F else { throw DatasetError(.compressed(.trailingBytes), in: path) }
    inflateReset(stream)
  }

  private func endPadding() throws(DatasetError) {
    while !pending.isEmpty {
      guard input[pending].allSatisfy({ $0 == 0 }) else {
        throw DatasetError(.compressed(.trailingBytes), in: path)
      }
      try refill()
    }
    hasEnded = true
  }

  private func refill() throws(DatasetError) {
    let count = min(try file.read(at: offset, into: &input), end - offset)
    offset += count
    pending = 0..<count
  }
}
