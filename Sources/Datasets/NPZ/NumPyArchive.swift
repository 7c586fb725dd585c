/// The arrays of a file of NumPy's, of any meaning.
package struct NumPyArchive {
  /// An array: its elements in C order, and its sizes.
  package enum Contents: Sendable, Equatable {
    case numbers([Double], shape: [Int])
    case texts([String])
  }

  private let archive: ZipArchive

  package init(_ path: String, isCancelled: @escaping @Sendable () -> Bool = { false })
    throws(DatasetError)
  {
    archive = try ZipArchive(path, isCancelled: isCancelled)
  }

  /// The arrays by their names.
  ///
  /// - Parameter most: The elements that all of them may have; more are refused by their headers.
  package func contents(atMost most: Int) throws(DatasetError) -> [String: Contents] {
    var (arrays, left): ([String: Contents], Int) = ([:], most)
    for member in archive.members where member.name.hasSuffix(".npy") {
      arrays[String(member.name.dropLast(4))] = try contents(member, atMost: &left)
    }
    return arrays
  }

  private func contents(_ member: ZipArchive.Member, atMost left: inout Int) throws(DatasetError)
    -> Contents
  {
    let reader = try archive.reader(of: member)
    let header = try NumPyHeader(reader, array: member.name)
    left -= header.count
    guard left >= 0 else {
      throw DatasetError(.array(member.name, "makes the file too large"), in: reader.path)
    }
    guard !header.isFortran || header.shape.count < 2 else {
      throw DatasetError(.array(member.name, "is in Fortran order"), in: reader.path)
    }
    var (numbers, texts): ([Double], [String]) = ([], [])
    try NumPyElements(reader: reader, header: header, array: member.name).forEachBlock { bytes, _ in
      for place in stride(from: 0, to: bytes.count, by: header.size) {
        switch header.kind {
        case .text, .bytes: texts.append(header.text(bytes, at: place))
        default: numbers.append(header.number(bytes, at: place))
        }
      }
    }
    let isText = header.kind == .text || header.kind == .bytes
    return isText ? .texts(texts) : .numbers(numbers, shape: header.shape)
  }
}
