package import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What is wrong with a file of a data set.
package struct DatasetError: Error, Sendable, Equatable {
  package enum Problem: Sendable, Equatable {
    case cannotRead(code: Int32)
    case isDirectory
    /// A file where a folder was expected; `nil` for an empty one.
    case noFolder(FileKind?)
    /// It is a pipe or the like, in words.
    case notAFile(String)
    /// A name in the folder that is not text, as it is spelled for people.
    case nameNotUTF8(String)
    case cancelled
    /// Bytes that the data take, and those that there are.
    case memory(needed: Int, available: Int)
    /// A file that is not among the names that the folder holds.
    case missing(String, held: [String])
    case severalSets([String])
    case unpaired(images: Int, labels: Int)
    case empty
    case foreign(FileKind, expected: String)
    case compressed(GzipProblem)

    // Labels
    /// A number that is no class: classes count from `first`.
    case label(found: String, classes: Int, first: Int)
    case labelsFromOne(last: Int)
    case unknownLabel(String, names: [String])
    case classCount(found: Int, declared: Int)

    // Images
    case imageSize(found: ImageSize, expected: ImageSize, otherFile: String)
    case tooLarge(width: Int, height: Int)
    case channels(found: Int, declared: Int)
    /// Two or four channels, the last of which is no colour.
    case transparency(channels: Int)
    case declaredSize(found: ImageSize, declared: ImageSize)
    case levelCount(found: Int, size: ImageSize, channels: Int)
    case noSquare(Int, channels: Int?)
    /// A number that is no level; `type` says what numbers the file holds, where that matters.
    case level(found: String, largest: Int, type: String?)

    // IDX
    case magic(found: UInt32, expected: UInt32)
    case headerTooShort
    case dimensions([Int])
    case payload(expected: Int, found: Int)
    case tooLong(expected: Int)
    /// More than a gzipped file of its size can hold.
    case implausible(expected: Int, compressed: Int)
    case counts(images: Int, labels: Int, labelFile: String)

    // CSV
    /// A first line of one field.
    case oneField
    case noLabelColumn([String])
    case noColumn(String, [String])
    case strayColumn(String)
    case columnName(found: String, expected: String)
    case columns(found: Int, expected: Int)
    case field(CSVField, found: String)
    /// As `field`, where levels reach to another number than 255.
    case fieldLevel(CSVField, found: String, largest: Int)
    case blankLine
    /// A line that is longer than any that is read.
    case longLine
    case quote
    /// Lines that end as they did on a Mac before 2001.
    case carriageReturns
    /// A text that is in another encoding.
    case notUTF8
    case noRows

    // NPZ
    case archive
    /// An array, and what is wrong with it in words.
    case array(String, String)
    /// An array of images or labels that is not among those of the file; empty where none is known.
    case noArray(String, held: [String])

    // Folders of images
    /// A folder that has not a folder for each of several classes.
    case noClassFolders([String], held: [String])
    /// A folder without images, and what it holds instead.
    case noImages(folders: [String], others: [String])
    /// A file of an image that is not as large as that of another file.
    case fileSize(found: ImageSize, expected: ImageSize, otherFile: String)
    /// A file of an image with a side above `largest`.
    case fileTooLarge(ImageSize, largest: Int)
    case damagedImage
    case printColours
  }

  /// What a CSV field holds.
  package enum CSVField: Sendable, Equatable {
    case label
    case pixel(Int)
  }

  package let path: String
  /// The line of a CSV file, from 1.
  package let line: Int?
  /// The field of that line, from 1.
  package let column: Int?
  /// The item of a file without lines, from 0.
  package let row: Int?
  package let problem: Problem

  /// A file that cannot be read.
  package init(_ error: FileError) {
    switch error.reason {
    case .code(EISDIR): self.init(.isDirectory, in: error.path)
    case .code(let code): self.init(.cannotRead(code: code), in: error.path)
    case .nameNotUTF8(let name): self.init(.nameNotUTF8(name), in: error.path)
    case .cancelled: self.init(.cancelled, in: error.path)
    default: self.init(.notAFile(error.reason.message), in: error.path)
    }
  }

  init(
    _ problem: Problem, in path: String, line: Int? = nil, column: Int? = nil, row: Int? = nil
  ) {
    self.path = path
    self.line = line
    self.column = column
    self.row = row
    self.problem = problem
  }
}

/// What is wrong with gzipped bytes.
package enum GzipProblem: Sendable, Equatable {
  case truncated
  case corrupt
  case trailingBytes
  case memory
}
