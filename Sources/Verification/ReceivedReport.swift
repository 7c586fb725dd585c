import Digest
import Files
package import Report

/// A report as somebody received it: a page that carries how it was made.
package struct ReceivedReport: Sendable {
  /// The path as the user wrote it.
  package let path: String
  package let html: String
  package let record: PageRecord
  /// The notebook that the page carries, in UTF-8.
  package let notebook: [UInt8]
  /// The text of its `results.json`.
  package let results: String

  /// The most bytes of a page that are read.
  private static let largest = 1 << 29

  /// Reads a page.
  package init(_ path: String) throws(VerificationError) {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try RegularFile(path).contents(atMost: Self.largest)
    } catch {
      throw VerificationError(error, at: path)
    }
    guard let html = String(validating: bytes, as: UTF8.self) else { throw .noReport(path) }
    guard let record = PageRecord(page: html) else {
      throw html.contains("<meta name=\"generator\" content=\"Daybook ")
        ? .noRecord(path) : .noReport(path)
    }
    guard record.form == PageRecord.currentForm else { throw .newerForm(path, record.version) }
    guard let notebook = PageRecord.notebook(of: html), let results = PageRecord.results(of: html)
    else { throw .noRecord(path) }
    self.path = path
    self.html = html
    self.record = record
    self.notebook = notebook
    self.results = String(decoding: results, as: UTF8.self)
  }

  static func digest(_ bytes: [UInt8]) -> String { SHA256.hex(of: bytes) }

  /// Whether the notebook that the page carries is the one that its record names.
  var carriesItsNotebook: Bool { SHA256.hex(of: notebook) == record.notebookDigest }
}

/// Why a report cannot be verified at all.
package enum VerificationError: Error, Sendable, Equatable, CustomStringConvertible {
  case unreadable(String, reason: String)
  /// No values of a run.
  case noResults(String)
  /// No page that Daybook made.
  case noReport(String)
  /// A page that carries nothing to verify it by: of an early version, or cut.
  case noRecord(String)
  /// A page of a later version.
  case newerForm(String, String)
  /// Something could not be written while the run was made again.
  case notWritten(String)

  /// Why what a path leads to cannot be read.
  init(_ error: FileError, at path: String) {
    let help = error.reason.isOfAFolder ? "; name the index.html in it" : ""
    self = .unreadable(path, reason: error.reason.message + help)
  }

  package var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path): \(reason)"
    case .noResults(let path): "\(path) is no results.json: it holds no object of JSON"
    case .noReport(let path): "\(path) is no report of Daybook's; name its index.html"
    case .noRecord(let path):
      "\(path) does not carry how it was made: an early version made it, or it was cut"
    case .newerForm(let path, let version):
      "\(path) was made by Daybook \(version), and this one does not know its form; use that version"
    case .notWritten(let reason): "the run cannot be made again: \(reason)"
    }
  }
}
