import Datasets
import Digest
import Files
import Plan
import Results

extension RunContext {
  /// The paths of the files that a step reads, as the report shows them.
  func inputPaths(of step: PlannedStep) throws -> [String] {
    switch step.operation {
    case .load(let load):
      switch load.source {
      case .idx(let folder):
        do throws(DatasetError) {
          return try IDXFiles(folder: path(folder)).paths.map(shortened)
        } catch {
          throw failure(error, load)
        }
      case .csv(let labelled, let test): return [labelled] + (test.map { [$0] } ?? [])
      }
    case .source(let source): return [source.file]
    default: return []
    }
  }

  /// The files that a step reads, as they are now.
  func inputFiles(of step: PlannedStep) throws -> [Provenance.InputFile] {
    try inputPaths(of: step).map { shown in
      do throws(FileError) {
        return try inputFile(shown, at: path(shown))
      } catch {
        switch step.operation {
        case .load(let load):
          throw failure(DatasetError(error), load)
        default:
          throw StepFailure(
            "\(shown): \(error.reason.message)", help: "paths start at the notebook's folder",
            option: "file")
        }
      }
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
  private func inputFile(_ name: String, at path: String) throws(FileError)
    -> Provenance.InputFile
  {
    let (digest, byteCount) = try SHA256.digest(ofFileAt: path)
    return Provenance.InputFile(path: name, byteCount: byteCount, digest: digest)
  }
}
