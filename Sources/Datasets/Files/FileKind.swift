/// What a file is that is not what was expected, told by how it begins.
package enum FileKind: String, Sendable, Equatable {
  case webPage = "a web page"
  case gzip = "gzipped"
  case zip = "a zip archive"
  case tar = "a tar archive"
  case xz = "compressed with xz"
  case bzip2 = "compressed with bzip2"
  case png = "a PNG image"
  case jpeg = "a JPEG image"
  case utf16 = "UTF-16 text"
  case numPy = "a NumPy array (.npy)"
  case idx = "an IDX file"
  case hdf5 = "an HDF5 file"
  case matlab = "a MATLAB file"
  case workbook = "a workbook of Excel"
  case parquet = "a Parquet file"
  case pickle = "a Python pickle"
  case gitLFS = "a pointer of Git LFS, not the file itself"
  case json = "JSON"
  case text = "text"
  case binary = "no text"

  /// Looks at the first bytes of a file, of which a few hundred are enough.
  init(beginning bytes: some Collection<UInt8>) {
    let bytes = Array(bytes.prefix(512))
    func begins(_ magic: [UInt8]) -> Bool { bytes.starts(with: magic) }
    let magics: [(FileKind, [UInt8])] = [
      (.gzip, [0x1F, 0x8B]), (.zip, [0x50, 0x4B, 0x03, 0x04]), (.zip, [0x50, 0x4B, 0x05, 0x06]),
      (.xz, [0xFD, 0x37, 0x7A, 0x58, 0x5A]), (.bzip2, [0x42, 0x5A, 0x68]),
      (.png, [0x89, 0x50, 0x4E, 0x47]), (.jpeg, [0xFF, 0xD8, 0xFF]), (.utf16, [0xFF, 0xFE]),
      (.utf16, [0xFE, 0xFF]), (.numPy, [0x93] + Array("NUMPY".utf8)),
      (.hdf5, [0x89] + Array("HDF".utf8)), (.parquet, Array("PAR1".utf8)), (.pickle, [0x80, 0x04]),
      (.pickle, [0x80, 0x02]), (.pickle, [0x80, 0x03]),
      (.matlab, Array("MATLAB 5.0".utf8)), (.gitLFS, Array("version https://git-lfs".utf8)),
    ]
    let isWorkbook =
      begins([0x50, 0x4B]) && String(decoding: bytes, as: UTF8.self).contains("[Content_Types].xml")
    if isWorkbook {
      self = .workbook
    } else if let found = magics.first(where: { begins($0.1) }) {
      self = found.0
    } else if bytes.count > 262, Array(bytes[257..<262]) == Array("ustar".utf8) {
      self = .tar
    } else if begins([0, 0]), bytes.count > 3, (1...8).contains(bytes[3]),
      IDXType(rawValue: bytes[2]) != nil
    {
      self = .idx
    } else {
      self = Self.text(bytes)
    }
  }

  private static func text(_ bytes: [UInt8]) -> FileKind {
    if bytes.contains(0) {
      // Every second byte of Latin text in UTF-16 is a zero.
      let places = bytes.indices.filter { bytes[$0] == 0 }
      let isEverySecond = Set(places.map { $0 % 2 }).count == 1 && places.count * 3 >= bytes.count
      return isEverySecond ? .utf16 : .binary
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let words = bytes.dropFirst(start).drop { $0 <= 32 }
    switch words.first {
    case UInt8(ascii: "<"): return .webPage
    case UInt8(ascii: "{"), UInt8(ascii: "["): return .json
    default: return .text
    }
  }

  /// What to do with such a file.
  var help: String {
    switch self {
    case .webPage: "download the file itself, not the page that links to it"
    case .gzip: "it was compressed twice: decompress it once"
    case .zip: "unzip it, and name what was in it; for arrays of NumPy write 'npz: FILE'"
    case .tar: "unpack it, and name what was in it"
    case .xz, .bzip2: "decompress it, or compress it with gzip"
    case .png, .jpeg: "name the folder of folders of images with 'images: FOLDER'"
    case .utf16: "save it as UTF-8"
    case .numPy:
      "save it as .npz with its labels, numpy.savez('data.npz', x=…, y=…), and write 'npz: FILE'"
    case .idx: "name its folder with 'mnist: FOLDER'"
    case .hdf5, .matlab, .parquet, .pickle, .json: "write it as CSV or .npz"
    case .workbook: "save it as CSV"
    case .gitLFS: "fetch the file with 'git lfs pull'"
    case .text: "rows of text are read with 'csv: FILE'"
    case .binary: "check that it is the right file"
    }
  }
}
