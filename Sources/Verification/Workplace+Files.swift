import Notebook
import Report

extension Workplace {
  /// Puts every file that the run reads into its place; gives those that are not there.
  func bringFiles(
    of report: ReceivedReport, from folders: [String], isCancelled: () -> Bool
  ) throws(VerificationError) -> [PageRecord.File] {
    var missing: [PageRecord.File] = []
    let data = report.record.files.filter { $0.contents == nil }
    let search = DataSearch(data, beneath: folders, isCancelled: isCancelled)
    // Two files of one place are none that a run has read; a notebook may show itself.
    var digests = [notebook: report.record.notebookDigest]
    func isNew(_ file: PageRecord.File, at place: String) throws(VerificationError) -> Bool {
      let known = digests.updateValue(file.digest, forKey: place)
      guard known ?? file.digest == file.digest else { throw .noRecord(report.path) }
      return known == nil
    }
    for file in report.record.files {
      guard let place = place(of: file.path) else {
        missing.append(file)
        continue
      }
      guard try isNew(file, at: place) else { continue }
      if let contents = file.contents.flatMap(PageRecord.bytes) {
        try write(contents, to: place)
      } else if let found = search.found[file.digest] {
        try bring(found, to: place)
      } else {
        missing.append(file)
      }
    }
    let images = report.images
    for image in report.record.images {
      guard let place = percentDecoded(image.path).flatMap(place), let bytes = images[image.digest]
      else {
        missing.append(image)
        continue
      }
      if try isNew(image, at: place) { try write(bytes, to: place) }
    }
    // Last, so that nothing takes its place, whatever the file system takes for the same name.
    try write(report.notebook, to: notebook)
    return missing
  }
}

extension ReceivedReport {
  /// The first file that the page carries with other contents than its digest says.
  var forgedFile: PageRecord.File? {
    record.files.first { file in
      guard let contents = file.contents else { return false }
      return PageRecord.bytes(ofBase64: contents).map(Self.digest) != file.digest
    }
  }

  /// The images of the page's prose, by the digest of their bytes.
  fileprivate var images: [String: [UInt8]] {
    var images: [String: [UInt8]] = [:]
    for piece in PagePieces(html).pieces where piece.text.hasPrefix("<img src=\"data:") {
      guard let url = PagePieces.attribute("src", of: piece.text),
        let bytes = PageComparison.bytes(ofDataURL: url)
      else { continue }
      images[Self.digest(bytes)] = bytes
    }
    return images
  }
}
