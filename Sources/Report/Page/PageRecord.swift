import Digest
import Files
import Notebook
import Results

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a page carries beside what it shows, so that it can be verified from itself alone: how it
/// was made, and the text files whose code it shows.
///
/// It stands in the page as JSON, in an element that is not shown. The notebook is the page's own download.
package struct PageRecord: Sendable, Equatable, Codable {
  /// The form of the record; pages of another are told apart by it.
  package static let currentForm = 1

  package struct File: Sendable, Equatable, Codable {
    /// As the notebook writes it.
    package let path: String
    package let bytes: Int
    /// SHA-256 in hexadecimal.
    package let digest: String
    /// Whether it lies outside the project, in a folder that was allowed.
    package let isAllowed: Bool
    /// The file itself, in Base64, where the page shows code of it; `nil` for data.
    package let contents: String?
  }

  package let form: Int
  /// The version of Daybook.
  package let version: String
  /// The notebook's path from its project.
  package let notebook: String
  package let notebookDigest: String
  package let seed: UInt32
  package let overrides: [String]
  /// The files that steps read, each once, in their order.
  package let files: [File]
  /// The images of the prose, whose bytes stand in the page where it shows them.
  package let images: [File]
  /// Whether a warning was as bad as an error.
  package let isStrict: Bool

  /// A file up to this size, in bytes, is carried.
  private static let largestCarried = 1 << 20

  init(
    _ notebook: Notebook, _ results: RunResults, _ readable: ReadableFolders, images: [File]
  ) {
    let provenance = results.provenance
    let shown = Set(results.steps.all.flatMap(Self.listedPaths))
    form = Self.currentForm
    version = provenance.version
    self.notebook = provenance.notebookPath
    notebookDigest = provenance.notebookDigest
    seed = provenance.seed
    overrides = provenance.overrides
    self.images = images
    isStrict = results.isStrict
    var seen: Set<String> = []
    files = provenance.files.filter { seen.insert($0.path).inserted }.map { file in
      let bytes = shown.contains(file.path) ? Self.contents(of: file, readable) : nil
      return File(
        path: file.path, bytes: file.byteCount, digest: file.digest, isAllowed: file.isAllowed,
        contents: bytes.map { base64($0) })
    }
  }

  /// The file as the run read it; `nil` where it is another one now.
  private static func contents(
    of file: Provenance.InputFile, _ readable: ReadableFolders
  ) -> [UInt8]? {
    let bytes = try? RegularFile(readable.path(file.path)).contents(atMost: largestCarried)
    return bytes.flatMap { SHA256.hex(of: $0) == file.digest ? $0 : nil }
  }

  private static func listedPaths(_ outcome: StepOutcome) -> [String] {
    guard case .done(let result) = outcome else { return [] }
    return result.outputs.compactMap { output in
      if case .code(let listing) = output { listing.path } else { nil }
    }
  }
}

extension PageRecord {
  /// What the record stands between.
  private static let opening = "<data class=\"record\" hidden value=\""
  private static let closing = "\"></data>"

  /// The record as the page holds it.
  var html: HTML {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let json = (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    return HTML(markup: Self.opening) + HTML(text: json) + HTML(markup: Self.closing + "\n")
  }

  /// The record of a page; `nil` where it has none that can be read.
  package init?(page: String) {
    guard let start = page.ranges(of: Self.opening).last,
      let end = page[start.upperBound...].firstRange(of: Self.closing),
      let record = try? JSONDecoder().decode(
        Self.self, from: Data(unescaped(page[start.upperBound..<end.lowerBound]).utf8))
    else { return nil }
    self = record
  }

  /// The notebook of a page, as it can be downloaded from it; `nil` where there is none.
  package static func notebook(of page: String) -> [UInt8]? {
    download(after: "<a href=\"data:text/markdown;charset=utf-8;base64,", in: page)
  }

  /// What stands before the values of a run in its page.
  ///
  /// The script makes a download of them: a link in Base64 would be a third longer.
  private static let resultsOpening =
    "<span data-file=\"page:results\">results.json</span>"
    + "<script type=\"application/json\" id=\"page:results\">"
  private static let resultsClosing = "</script>"

  /// The values of a run in the page, as JSON in which nothing ends the element or begins a comment.
  static func markup(ofResults json: String) -> HTML {
    let text = String(decoding: json.compactJSON, as: UTF8.self)
    return HTML(
      markup: resultsOpening + text.replacing("<", with: "\\u003c") + resultsClosing)
  }

  /// The `results.json` of a page, as it can be downloaded from it.
  package static func results(of page: String) -> [UInt8]? {
    guard let start = page.ranges(of: resultsOpening).last,
      let end = page[start.upperBound...].firstRange(of: resultsClosing)
    else { return download(after: "<a href=\"data:application/json;base64,", in: page) }
    return withAngles(page[start.upperBound..<end.lowerBound].utf8)
  }

  /// JSON as it was before `markup(ofResults:)`: of an escaped backslash before the letters, both stay.
  private static func withAngles(_ json: Substring.UTF8View) -> [UInt8] {
    var (plain, rest) = ([UInt8](), json[...])
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
        plain.append(byte)
        continue
      }
      if next == UInt8(ascii: "u"), rest.starts(with: "003c".utf8) {
        plain.append(UInt8(ascii: "<"))
        rest = rest.dropFirst(4)
      } else {
        plain += [byte, next]
      }
    }
    return plain
  }

  private static func download(after opening: String, in page: String) -> [UInt8]? {
    guard let start = page.ranges(of: opening).last,
      let end = page[start.upperBound...].firstIndex(of: "\"")
    else { return nil }
    return bytes(ofBase64: String(page[start.upperBound..<end]))
  }

  /// The bytes that a text in Base64 stands for; `nil` for any other text.
  package static func bytes(ofBase64 text: String) -> [UInt8]? {
    Data(base64Encoded: text).map { [UInt8]($0) }
  }
}
