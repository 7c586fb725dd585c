import Files
import Notebook
import Results

/// A step decoded within its notebook, or what is wrong with its options.
struct PlanningAttempt {
  /// `nil` where something is wrong.
  let step: PlannedStep?
  let diagnostics: [Diagnostic]
  let warnings: [Diagnostic]
  /// The files that the command line names for it: whoever names one there wants it read.
  let namedFiles: [String]
  /// The runs of a sweep, as far as they were looked at.
  let sweptRuns: Int

  init(_ step: Step, _ kind: StepKind, _ id: StepID, in scope: Scope, _ overrides: Overrides) {
    var decoder = OptionDecoder(
      step: step, scope: scope, overrides: overrides.options.filter { $0.step == step.name })
    let declaration = kind.declaration.init(decoding: &decoder)
    var named: [String] = []
    for (path, option) in declaration?.inputFiles.flatMap(\.named) ?? [] {
      let place = scope.readable.path(path)
      if decoder.isOverridden(option), overrides.mayName(place) {
        named.append(path)
      } else if let refusal = scope.readable.refusal(ofFileAt: place) {
        let item = decoder.written(option)?.value.items.firstIndex { item in
          if case .scalar(path, _, _) = item { true } else { false }
        }
        decoder.diagnose(
          "'\(path)' \(refusal.fact)", at: option, item: item ?? 0, help: refusal.help)
      }
    }
    if let declaration { decoder.expectTables(atMost: declaration.mostTables) }
    decoder.finish()
    namedFiles = named
    sweptRuns = decoder.sweptRuns
    diagnostics = decoder.diagnostics
    warnings = decoder.warnings
    guard let declaration, decoder.diagnostics.isEmpty else {
      self.step = nil
      return
    }
    self.step = PlannedStep(
      id: id, kind: kind, written: step, declaration: declaration,
      settings: decoder.settings.sorted { $0.key < $1.key }, inputs: decoder.inputs,
      mentions: decoder.mentions)
  }
}
