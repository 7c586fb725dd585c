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
    if case .field(.pixel(let pixel), _) = problem { place += " (pixel\(pixel))" }
    return "\(place): \(fact)"
  }

  private var fact: String {
    switch problem {
    case .cannotRead(let code): String(cString: strerror(code))
    case .isDirectory: "this is a folder, not a file"
    case .notAFile(let reason): reason
    case .cancelled: "reading was interrupted"
    case .memory(let needed, let available):
      "the images take \(memoryText(needed)) of memory, and \(memoryText(available)) are free"
    case .missing(let name): "there is no \(name) and no \(name).gz in this folder"
    case .empty: "the file is empty"
    case .compressed(.truncated): "the gzipped data ends too early"
    case .compressed(.corrupt): "the gzipped data is damaged"
    case .compressed(.trailingBytes): "there is something else after the gzipped data"
    case .compressed(.memory): "there is not enough memory to decompress it"
    case .magic(let found, let expected):
      "this is no IDX file of the kind expected: it begins with \(found), not \(expected)"
    case .headerTooShort: "the IDX header is cut short"
    case .dimensions(let dimensions):
      "the IDX header asks for \(dimensions.map(String.init).joined(separator: " × ")), "
        + "which is no sensible size"
    case .payload(let expected, let found):
      "the IDX header promises \(expected) bytes, and \(found) follow"
    case .tooLong(let expected):
      "the IDX header promises \(expected) bytes, and more follow"
    case .implausible(let expected, let compressed):
      "the IDX header promises \(expected) bytes, and \(compressed) bytes of gzip cannot hold them"
    case .counts(let images, let labels, let labelFile):
      "\(images) images for the \(labels) labels of \(labelFile)"
    case .imageSize(let found, let expected, let otherFile):
      "images of \(found.0) × \(found.1) pixels, and \(otherFile) has \(expected.0) × \(expected.1)"
    case .label(let index, let found): "label \(index) is \(found)"
    case .columnName(let found, let expected): "this column must be '\(expected)', not '\(found)'"
    case .header(let found, let expected): "the first line must be '\(expected)', not '\(found)'"
    case .columns(let found, let expected): "\(found) fields instead of \(expected)"
    case .field(.label, let found): "'\(found)' is not a label"
    case .field(.pixel, let found): "'\(found)' is not a grey level"
    case .blankLine: "the line is blank"
    case .quote: "a quote is never closed"
    case .noRows: "there are no rows below the header"
    }
  }

  /// What to do about it, in one line, where there is something to say.
  package var help: String? {
    switch problem {
    case .cannotRead, .missing: "check the path; it starts at the notebook's folder"
    case .isDirectory: "name a file in it"
    case .notAFile: "copy the data into a regular file, and name that"
    case .cancelled: nil
    case .empty, .compressed(.truncated), .compressed(.corrupt), .payload, .implausible,
      .headerTooShort:
      "fetch the file again: it did not arrive whole"
    case .compressed(.memory), .memory: "free some memory and run again"
    case .compressed(.trailingBytes), .tooLong: "check that it is the right file"
    case .magic: "images begin with 2051 and labels with 2049"
    case .dimensions: "check that it is the right file"
    case .counts, .imageSize: "take all files from the same data set"
    case .label, .field(.label, _): "labels are digits from 0 to 9"
    case .field(.pixel, _): "pixels are whole numbers from 0 to 255"
    case .header, .columnName: "write Kaggle's header, and the label first where there is one"
    case .columns: "every line must have as many fields as the first"
    case .blankLine: "take the line out"
    case .quote: "close it on the same line"
    case .noRows: "check that it is the right file"
    }
  }
}

/// Bytes of memory in the unit that reads best: "3 MiB", "1.5 GiB".
package func memoryText(_ bytes: Int) -> String {
  if bytes < 1 << 20 { return "\(bytes) bytes" }
  if bytes < 1 << 30 { return "\(bytes >> 20) MiB" }
  let tenths = bytes / (1 << 30) * 10 + bytes % (1 << 30) * 10 / (1 << 30)
  return "\(tenths / 10).\(tenths % 10) GiB"
}
