import ArgumentParser
import Notebook
import Plan

/// What shells offer of the notebooks that a command line names.
enum StepCompletion {
  /// The names of their steps.
  static let names = CompletionKind.custom { words, _, _ in steps(of: words).map(\.name) }

  /// `STEP.OPTION=` of each option of their steps, and `seed=`.
  static let settings = CompletionKind.custom { words, _, _ in
    steps(of: words).flatMap { step in
      let options = StepKind(named: step.kind)?.declaration.documentation.options ?? []
      return options.map { "\(step.name).\($0.key)=" }
    } + ["seed="]
  }

  private static func steps(of words: [String]) -> [Step] {
    words.filter { $0.hasSuffix(".md") }.flatMap { path -> [Step] in
      guard let source = try? SourceFile(contentsOf: path) else { return [] }
      do throws(NotebookProblems) {
        return try Notebook(source: source, stepKinds: StepKind.syntaxes).steps
      } catch {
        return error.remainder?.steps ?? []
      }
    }
  }
}
