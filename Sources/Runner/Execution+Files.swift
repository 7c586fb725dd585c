import Datasets
import Digest
import Plan
import Results

extension RunContext {
  /// The files that a step reads, as they are now.
  func inputFiles(of step: PlannedStep) throws -> [Provenance.InputFile] {
    switch step.operation {
    case .load(let load): return try inputFiles(of: load)
    case .source(let source):
      do {
        return [try inputFile(source.file, at: path(source.file))]
      } catch {
        throw StepFailure(
          "\(source.file): \(error.reason)", help: "paths start at the notebook's folder",
          option: "file")
      }
    default: return []
    }
  }

  /// The files that a load step reads, as they are now.
  private func inputFiles(of load: Load) throws -> [Provenance.InputFile] {
    do {
      switch load.source {
      case .idx(let folder):
        return try IDXFiles(folder: path(folder)).paths.map { try inputFile(shortened($0), at: $0) }
      case .csv(let labelled, let test):
        return try ([labelled] + (test.map { [$0] } ?? [])).map {
          try inputFile($0, at: path($0))
        }
      }
    } catch let error as DatasetError {
      throw failure(error, load)
    } catch let error as FileDigestError {
      throw failure(DatasetError(cannotRead: error.path, code: error.code), load)
    }
  }

  /// An error of a file, at the option that names the file.
  func failure(_ error: DatasetError, _ load: Load) -> StepFailure {
    let option =
      switch load.source {
      case .idx: "mnist"
      case .csv(_, let test?) where error.path == path(test): "test"
      case .csv: "csv"
      }
    return StepFailure(error.message, help: error.help, option: option)
  }

  /// A file with its digest; `name` is its path as the report shows it.
  private func inputFile(_ name: String, at path: String) throws(FileDigestError)
    -> Provenance.InputFile
  {
    let (digest, byteCount) = try SHA256.digest(ofFileAt: path)
    return Provenance.InputFile(path: name, byteCount: byteCount, digest: digest)
  }
}
