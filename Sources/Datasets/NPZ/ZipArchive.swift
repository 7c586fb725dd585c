/// The files of a zip archive, by its directory.
///
/// PKWARE, "APPNOTE.TXT - .ZIP File Format Specification", 6.3.10.
struct ZipArchive {
  struct Member: Sendable {
    let name: String
    let isDeflated: Bool
    let compressedSize: Int
    let size: Int
    /// Where its own header begins.
    let header: Int
  }

  let file: InputFile
  let members: [Member]

  /// The most members that are listed.
  private static let mostMembers = 4096

  init(_ path: String, isCancelled: @escaping @Sendable () -> Bool) throws(DatasetError) {
    let file = try InputFile(path, isCancelled: isCancelled)
    self.file = file
    guard file.size > 0 else { throw DatasetError(.empty, in: path) }
    var start = [UInt8](repeating: 0, count: min(512, file.size))
    let count = try file.read(at: 0, into: &start)
    let kind = FileKind(beginning: start[..<count])
    guard kind == .zip else {
      throw DatasetError(.foreign(kind, expected: "an .npz file"), in: path)
    }
    members = try Self.directory(of: file)
  }

  /// The end of the directory is found from the end of the file, behind which a comment may stand.
  private static func directory(of file: InputFile) throws(DatasetError) -> [Member] {
    let damaged = DatasetError(.archive, in: file.path)
    let tailSize = min(file.size, 65_557)
    let tail = try bytes(of: file, at: file.size - tailSize, count: tailSize)
    guard
      let end = stride(from: tail.count - 22, through: 0, by: -1).first(where: {
        tail.number($0, 4) == 0x0605_4B50
      })
    else { throw damaged }
    var (count, size, offset) = (
      tail.number(end + 10, 2), tail.number(end + 12, 4), tail.number(end + 16, 4)
    )
    if offset == 0xFFFF_FFFF || count == 0xFFFF {
      guard end >= 20, tail.number(end - 20, 4) == 0x0706_4B50 else { throw damaged }
      let wide = try bytes(of: file, at: tail.number(end - 12, 8), count: 56)
      guard wide.count == 56, wide.number(0, 4) == 0x0606_4B50 else { throw damaged }
      (count, size, offset) = (wide.number(32, 8), wide.number(40, 8), wide.number(48, 8))
    }
    guard (0...mostMembers).contains(count), (0...1 << 24).contains(size),
      (0...file.size).contains(offset)
    else { throw damaged }
    let directory = try bytes(of: file, at: offset, count: size)
    var (members, place): ([Member], Int) = ([], 0)
    for _ in 0..<count {
      guard let (member, length) = Self.member(directory, at: place) else { throw damaged }
      members.append(member)
      place += length
    }
    return members
  }

  private static func member(_ bytes: [UInt8], at place: Int) -> (member: Member, length: Int)? {
    guard place + 46 <= bytes.count, bytes.number(place, 4) == 0x0201_4B50 else { return nil }
    let method = bytes.number(place + 10, 2)
    let (nameSize, extraSize, commentSize) = (
      bytes.number(place + 28, 2), bytes.number(place + 30, 2), bytes.number(place + 32, 2)
    )
    let length = 46 + nameSize + extraSize + commentSize
    guard place + length <= bytes.count, method == 0 || method == 8 else { return nil }
    let name = String(decoding: bytes[place + 46..<place + 46 + nameSize], as: UTF8.self)
    var wide = WideFields(bytes, at: place + 46 + nameSize, size: extraSize)
    let size = wide.number(bytes.number(place + 24, 4))
    let compressed = wide.number(bytes.number(place + 20, 4))
    let header = wide.number(bytes.number(place + 42, 4))
    // What is larger is no size, and sums of such would not fit.
    guard [size, compressed, header].allSatisfy((0..<1 << 48).contains) else { return nil }
    return (
      Member(
        name: name, isDeflated: method == 8, compressedSize: compressed, size: size,
        header: header), length
    )
  }

  /// Reads a member from its beginning.
  func reader(of member: Member) throws(DatasetError) -> InflatingReader {
    let header = try Self.bytes(of: file, at: member.header, count: 30)
    guard header.count == 30, header.number(0, 4) == 0x0403_4B50 else {
      throw DatasetError(.archive, in: file.path)
    }
    let start = member.header + 30 + header.number(26, 2) + header.number(28, 2)
    let (end, overflows) = start.addingReportingOverflow(member.compressedSize)
    guard !overflows, end <= file.size else { throw DatasetError(.archive, in: file.path) }
    return try InflatingReader(
      part: start..<end, of: file, isDeflated: member.isDeflated)
  }

  private static func bytes(of file: InputFile, at offset: Int, count: Int) throws(DatasetError)
    -> [UInt8]
  {
    guard offset >= 0, offset <= file.size else { return [] }
    var bytes = [UInt8](repeating: 0, count: count)
    let found = try file.read(at: offset, into: &bytes)
    return Array(bytes.prefix(found))
  }
}

/// The numbers of 64 bits that stand for those of a member's entry that do not fit 32.
private struct WideFields {
  private let bytes: [UInt8]
  private var place: Int
  private let end: Int

  init(_ bytes: [UInt8], at start: Int, size: Int) {
    self.bytes = bytes
    var place = start
    while place + 4 <= start + size {
      let length = bytes.number(place + 2, 2)
      if bytes.number(place, 2) == 1, place + 4 + length <= start + size {
        self.place = place + 4
        end = place + 4 + length
        return
      }
      place += 4 + length
    }
    (self.place, end) = (0, 0)
  }

  /// The number, or the next wide one where it stands for one.
  mutating func number(_ narrow: Int) -> Int {
    guard narrow == 0xFFFF_FFFF, place + 8 <= end else { return narrow }
    defer { place += 8 }
    return bytes.number(place, 8)
  }
}

extension [UInt8] {
  /// The number of so many bytes at a place, the least significant first; -1 where there are fewer.
  fileprivate func number(_ place: Int, _ size: Int) -> Int {
    guard place >= 0, place + size <= count else { return -1 }
    return self[place..<place + size].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
