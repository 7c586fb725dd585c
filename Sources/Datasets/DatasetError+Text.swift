import Language

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension DatasetError: CustomStringConvertible {
  package var description: String { message }

  /// What is wrong and where, in one line with no full stop.
  package var message: String {
    var place = path
    if let line { place += ", line \(line)" }
    if let column { place += ", column \(column)" }
    if let row { place += ", item \(row)" }
    switch problem {
    case .field(.pixel(let pixel), _), .fieldLevel(.pixel(let pixel), _, _):
      place += " (pixel\(pixel))"
    default: break
    }
    return "\(place): \(fact)"
  }

  private var fact: String {
    switch problem {
    case .cannotRead(let code): String(cString: strerror(code))
    case .isDirectory: "this is a folder, not a file"
    case .noFolder(let kind): "this is \(kind?.rawValue ?? "an empty file"), and no folder"
    case .notAFile(let reason): reason
    case .nameNotUTF8(let name): "the name '\(name)' in this folder is not UTF-8"
    case .cancelled: "reading was interrupted"
    case .memory(let needed, let available):
      "the images take \(memoryText(needed)) of memory, and \(memoryText(available)) are free"
    case .missing(let name, _): "there is no \(name) and no \(name).gz in this folder"
    case .severalSets(let sets): "the folder holds several data sets: \(listed(sets))"
    case .unpaired(let images, let labels):
      "\(images) files of images and \(labels) of labels make no data set"
    case .empty: "the file is empty"
    case .foreign(let kind, let expected): "this is \(kind.rawValue), and no \(Self.bare(expected))"
    case .compressed(let problem): Self.fact(problem)
    default: labelFact ?? imageFact ?? fileFact
    }
  }

  /// "an IDX file" without its article.
  private static func bare(_ noun: String) -> Substring {
    noun.drop { $0 != " " }.dropFirst()
  }

  private static func fact(_ problem: GzipProblem) -> String {
    switch problem {
    case .truncated: "the gzipped data ends too early"
    case .corrupt: "the gzipped data is damaged"
    case .trailingBytes: "there is something else after the gzipped data"
    case .memory: "there is not enough memory to decompress it"
    }
  }

  private var labelFact: String? {
    switch problem {
    case .label(let found, let classes, let first):
      "label \(found) is none of the \(classes) classes, which count from \(first)"
    case .labelsFromOne(let last): "labels count from 1, to \(last); none is 0"
    case .unknownLabel(let label, _): "'\(label)' is none of the classes"
    case .classCount(let found, let declared):
      "the labels are of \(found) classes, not of \(declared)"
    case .field(.label, let found): "'\(found)' is not a label"
    default: nil
    }
  }

  private var imageFact: String? {
    switch problem {
    case .imageSize(let found, let expected, let otherFile),
      .fileSize(let found, let expected, let otherFile):
      "images of \(found.text) pixels, and \(otherFile) has \(expected.text)"
    case .fileTooLarge(let size, _): "images of \(size.text) pixels are too large"
    case .tooLarge(let width, let height): "images of \(width) × \(height) pixels are too large"
    case .channels(let found, let declared):
      "images of \(found) \(found == 1 ? "channel" : "channels"), not of \(declared)"
    case .transparency(let channels): "images of \(channels) channels, and there are 1 or 3"
    case .declaredSize(let found, let declared):
      "images of \(found.text) pixels, not of \(declared.text)"
    case .levelCount(let found, let size, let channels):
      "\(found) levels do not make an image of \(size.text)"
        + (channels == 1 ? "" : " in colour")
    case .noSquare(let count, let channels):
      channels == 3
        ? "\(count) levels make no square image in colour" : "\(count) levels make no square image"
    case .level(let found, let largest, let type):
      "\(found) is no level from 0 to \(largest)"
        + (type.map { ", and the file holds \($0)" } ?? "")
    default: nil
    }
  }

  private var fileFact: String {
    switch problem {
    case .magic(let found, let expected):
      "this is no IDX file of the kind expected: it begins with \(found), not \(expected)"
    case .headerTooShort: "the IDX header is cut short"
    case .dimensions(let dimensions):
      "the header asks for \(dimensions.map(String.init).joined(separator: " × ")), "
        + "which is no sensible size"
    case .payload(let expected, let found):
      "the header promises \(expected) bytes, and \(found) follow"
    case .tooLong(let expected): "the header promises \(expected) bytes, and more follow"
    case .implausible(let expected, let compressed):
      "the header promises \(expected) bytes, and \(compressed) bytes of gzip cannot hold them"
    case .counts(let images, let labels, let labelFile):
      "\(images) images for the \(labels) labels of \(labelFile)"
    case .noLabelColumn: "no column is known to hold the labels"
    case .noColumn(let name, _): "there is no column '\(name)'"
    case .strayColumn(let name): "the column '\(name)' is neither a label nor a pixel"
    case .columnName(let found, let expected): "this column must be '\(expected)', not '\(found)'"
    case .columns(let found, let expected):
      "\(found) field\(found == 1 ? "" : "s") instead of \(expected)"
    case .field(_, let found) where found.isEmpty, .fieldLevel(_, let found, _) where found.isEmpty:
      "the field is empty"
    case .field(_, let found), .fieldLevel(_, let found, _): "'\(found)' is not a grey level"
    case .oneField: "the first line has no commas, semicolons or tabs between fields"
    case .blankLine: "the line is blank"
    case .longLine: "the line is of \(memoryText(CSVLines.longest)) or more"
    case .quote: "a quote is never closed"
    case .carriageReturns: "lines end with carriage returns alone"
    case .notUTF8: "the text is not UTF-8"
    case .noClassFolders(let folders, _):
      folders.isEmpty
        ? "there are no folders in it, one for each class"
        : "there is but one folder in it, '\(folders[0])', and there must be one for each class"
    case .noImages: "there are no PNG or JPEG files in this folder"
    case .damagedImage: "the image is damaged or cut short"
    case .printColours: "the image has colours for print (CMYK)"
    case .archive: "the archive is damaged"
    case .array(let name, let fact): "the array '\(name)' \(fact)"
    case .noArray(let name, _):
      name.isEmpty ? "no arrays are known to be images and labels" : "there is no array '\(name)'"
    case .noRows: "there are no rows below the header"
    default: "it cannot be read"
    }
  }
}

/// The words as a sentence lists them, a few of many: "a, b, c and 3 more".
func listed(_ words: [String]) -> Words {
  let most = 6
  guard words.count > most else { return .text(words.joined(separator: ", ")) }
  return "\(words.prefix(most).joined(separator: ", ")) and \(words.count - most) more"
}

/// Bytes of memory in the unit that reads best: "3 MiB", "1.5 GiB".
package func memoryText(_ bytes: Int) -> String {
  if bytes < 1 << 20 { return "\(bytes) byte\(bytes == 1 ? "" : "s")" }
  if bytes < 1 << 30 { return "\(bytes >> 20) MiB" }
  let tenths = bytes / (1 << 30) * 10 + bytes % (1 << 30) * 10 / (1 << 30)
  return "\(tenths / 10).\(tenths % 10) GiB"
}
