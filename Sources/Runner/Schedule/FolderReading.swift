import Datasets
import Digest
import Files
import Plan
import Results

/// The folders of images that a step reads: each is told as one file is, by a digest of all that is
/// in it.
struct FolderReading {
  let files: [Provenance.InputFile]
  let signatures: [FileSignature?]

  init(_ load: Load, _ context: RunContext) throws {
    let folders = load.source.named.map { context.path($0.path) }
    var texts = folders.map { _ in "" }
    var sizes = folders.map { _ in 0 }
    var signatures: [FileSignature?] = []
    for path in try load.files(context).paths {
      guard let place = folders.lastIndex(where: { path.hasPrefix($0 + "/") }) else { continue }
      let signature = FileSignature(path)
      signatures.append(signature)
      do throws(FileError) {
        // Nothing is made of its digest.
        if let size = signature?.size, size > ImageFolders.largestFile {
          throw FileError(.read, path, .tooLarge(byteCount: size))
        }
        let (digest, size) = try SHA256.digest(ofFileAt: path, isCancelled: context.isCancelled)
        texts[place] += "\(path.dropFirst(folders[place].count + 1))\0\(digest)\n"
        sizes[place] += size
      } catch {
        throw load.failure(DatasetError(error), context)
      }
    }
    files = folders.indices.map { place in
      Provenance.InputFile(
        path: context.shortened(folders[place]) + "/", byteCount: sizes[place],
        digest: SHA256.hex(of: Array(texts[place].utf8)),
        isAllowed: context.readable.standing(ofFileAt: folders[place]) == .allowed)
    }
    self.signatures = signatures
  }
}
