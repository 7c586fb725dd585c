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
    /// It is a pipe or the like, in words.
    case notAFile(String)
    case cancelled
    /// Bytes that the data take, and those that there are.
    case memory(needed: Int, available: Int)
    case missing(String)
    case empty
    case compressed(GzipProblem)

    // IDX
    case magic(found: UInt32, expected: UInt32)
    case headerTooShort
    case dimensions([Int])
    case payload(expected: Int, found: Int)
    case tooLong(expected: Int)
    /// More than a gzipped file of its size can hold.
    case implausible(expected: Int, compressed: Int)
    case counts(images: Int, labels: Int, labelFile: String)
    case imageSize(found: (Int, Int), expected: (Int, Int), otherFile: String)
    case label(index: Int, found: Int)

    // CSV
    case header(found: String, expected: String)
    case columnName(found: String, expected: String)
    case columns(found: Int, expected: Int)
    case field(CSVField, found: String)
    case blankLine
    case quote
    case noRows

    package static func == (a: Self, b: Self) -> Bool { "\(a)" == "\(b)" }
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
  package let problem: Problem

  /// A file that cannot be read.
  package init(_ error: FileError) {
    switch error.reason {
    case .code(EISDIR): self.init(.isDirectory, in: error.path)
    case .code(let code): self.init(.cannotRead(code: code), in: error.path)
    default: self.init(.notAFile(error.reason.message), in: error.path)
    }
  }

  init(_ problem: Problem, in path: String, line: Int? = nil, column: Int? = nil) {
    self.path = path
    self.line = line
    self.column = column
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
