import Digest
import Plan
import Results

extension Execution {
  /// The files that a step reads, as they are now.
  func inputFiles(of step: PlannedStep) throws -> [Provenance.InputFile] {
    switch step.operation {
    case .load(let load): return try inputFiles(of: load)
    case .source(let source):
      do {
        return [try inputFile(source.file, at: context.path(source.file))]
      } catch {
        throw StepFailure(
          "\(source.file): \(error.reason)", help: "paths start at the notebook's folder",
          option: "file")
      }
    default: return []
    }
  }

  /// A file with its digest; `name` is its path as the report shows it.
  func inputFile(_ name: String, at path: String) throws(FileDigestError) -> Provenance.InputFile {
    let (digest, byteCount) = try SHA256.digest(ofFileAt: path)
    return Provenance.InputFile(path: name, byteCount: byteCount, digest: digest)
  }

  /// Computes the result of a step.
  mutating func compute(_ step: PlannedStep) async throws -> StepResult {
    switch step.operation {
    case .load(let load): return try await self.load(load, step)
    case .split(let split): return try await self.split(split, step)
    case .train(let train): return try await self.train(train, step)
    case .evaluate(let evaluate): return try await self.evaluate(evaluate)
    case .plot(let plot): return try await self.plot(plot)
    case .predict(let predict): return try await self.predict(predict)
    case .source(let source): return try list(source)
    case .check: throw StepFailure("a check is judged after all other steps")
    }
  }
}
