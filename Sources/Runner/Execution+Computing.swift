import Plan
import Results

extension Execution {
  /// Computes the result of a step.
  mutating func compute(_ step: PlannedStep) async throws -> StepResult {
    switch step.operation {
    case .load(let load): return try await self.load(load, step)
    case .split(let split): return try await self.split(split, step)
    case .train(let train): return try await self.train(train, step)
    case .evaluate(let evaluate): return try await self.evaluate(evaluate)
    case .plot(let plot): return try await self.plot(plot)
    case .predict(let predict): return try await self.predict(predict)
    case .try(let step): return try await tryOut(step)
    case .source(let source): return try list(source)
    case .check: throw StepFailure("a check is judged after all other steps")
    }
  }
}
