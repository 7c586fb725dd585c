import Datasets
import Digest
import Files
import Parallel
import Plan
import Results

/// The files that a step reads, as they are at the moment.
struct InputReading {
  let files: [Provenance.InputFile]
  /// Taken before the files were read, so that a save in the middle of the reading shows as well.
  let signatures: [FileSignature?]

  init(files: [Provenance.InputFile], signatures: [FileSignature?]) {
    self.files = files
    self.signatures = signatures
  }

  init(_ inputs: [InputFiles], _ context: RunContext) throws {
    var files: [Provenance.InputFile] = []
    var signatures: [FileSignature?] = []
    for input in inputs {
      if case .dataset(let load) = input, case .images = load.source {
        let folders = try FolderReading(load, context)
        files += folders.files
        signatures += folders.signatures
        continue
      }
      let paths = try input.paths(context)
      let places = try paths.map { try context.readablePath($0, option: input.option) }
      signatures += places.map { FileSignature($0) }
      files += try concurrentMap(paths.count) { index in
        Result { try input.file(paths[index], at: places[index], context) }
      }.map { try $0.get() }
    }
    self.files = files
    self.signatures = signatures
  }

  /// Whether a file has bytes that take more than a second to read; no image that is read has.
  static func isLarge(_ inputs: [InputFiles], _ context: RunContext) throws -> Bool {
    try inputs.contains { input in
      if case .dataset(let load) = input, case .images = load.source { return false }
      return try input.places(context).contains { (FileSignature($0)?.size ?? 0) > 1 << 30 }
    }
  }

  /// The signatures of the files as they are now, every image of a folder by itself.
  static func signatures(_ inputs: [InputFiles], _ context: RunContext) throws -> [FileSignature?] {
    try inputs.flatMap { try $0.places(context) }.map { FileSignature($0) }
  }
}

extension InputFiles {
  /// The option that names a single file; `nil` where there may be several.
  var option: String? {
    if case .file(_, let option) = self { option } else { nil }
  }

  /// The paths of the files, as the report shows them.
  fileprivate func paths(_ context: RunContext) throws -> [String] {
    switch self {
    case .file(let path, _): [path]
    case .dataset(let load): try load.files(context).paths.map(context.shortened)
    }
  }

  /// Where the files lie, every image of a folder by itself.
  fileprivate func places(_ context: RunContext) throws -> [String] {
    switch self {
    case .file(let path, let option): [try context.readablePath(path, option: option)]
    case .dataset(let load): try load.files(context).paths
    }
  }

  /// A file with its digest; `path` is as the report shows it.
  fileprivate func file(_ path: String, at place: String, _ context: RunContext) throws
    -> Provenance.InputFile
  {
    do throws(FileError) {
      let (digest, byteCount) = try SHA256.digest(
        ofFileAt: place, isCancelled: context.isCancelled)
      return Provenance.InputFile(
        path: path, byteCount: byteCount, digest: digest,
        isAllowed: context.readable.standing(ofFileAt: place) == .allowed)
    } catch {
      switch self {
      case .dataset(let load):
        throw load.failure(DatasetError(error), context)
      case .file(_, let option):
        throw StepFailure(
          "\(path): \(error.reason.message)", help: error.namingHelp, option: option)
      }
    }
  }
}
