import Cache
import Language
import Notebook
package import Plan
package import Results

/// What the last run of a notebook came to, beside the text as it is now: for editors.
///
/// No file that a step reads is read here: one that was written after the last run counts as changed.
package struct LastResults: Sendable {
  /// How the result of a step stands to its text.
  package enum Standing: Sendable, Equatable {
    case current
    /// What has changed since, in words.
    case changed(why: String)
    case neverRun
  }

  package struct Step: Sendable {
    package let standing: Standing
    /// What it came to when it was last run; `nil` where that is not stored any more.
    package let values: [Field]?
  }

  private var steps: [StepID: Step] = [:]
  private var keys: [StepID: String] = [:]

  /// Looks up the steps of a notebook; one that is not planned has changed.
  package init(_ sketch: PlanSketch, _ memory: ResultMemory, version: String) {
    let run = memory.lastRun(of: sketch.notebook.source.path)
    for step in sketch.steps {
      switch step.kind.declaration.timing {
      case .atTheEnd: continue
      case .inOrder: break
      }
      guard let run, let last = run.facts.steps[step.id.description] else {
        steps[step.id] = Step(standing: .neverRun, values: nil)
        continue
      }
      steps[step.id] = look(step, last, run, sketch.notebook, memory, version)
    }
  }

  /// `nil` for a step that is judged anew in every run.
  package subscript(id: StepID) -> Step? { steps[id] }

  /// The values of the step of a name, as expressions see them.
  package func value(named name: String) -> Value? {
    steps[StepID(name)]?.values.map { .record($0) }
  }

  private mutating func look(
    _ step: SketchedStep, _ last: StepFacts, _ run: ResultMemory.Run, _ notebook: Notebook,
    _ memory: ResultMemory, _ version: String
  ) -> Step {
    let former = memory.values(of: last)
    guard let planned = step.planned else {
      return Step(standing: .changed(why: "it has a mistake"), values: former)
    }
    let now = StepFacts(planned, notebook, last, inputs: keys, version)
    if let now { keys[step.id] = now.key.hexadecimal }
    if let now, now != last, let values = memory.values(of: now) {
      return Step(standing: .current, values: values)
    }
    let why = changes(of: planned, now, last, run, memory, in: notebook.folder)
    guard let why = why ?? (former == nil ? "its stored result is gone" : nil) else {
      return Step(standing: .current, values: former)
    }
    return Step(standing: .changed(why: why), values: former)
  }

  /// What has changed of a step since the last run, or above it; `nil` for nothing.
  private func changes(
    of step: PlannedStep, _ now: StepFacts?, _ last: StepFacts, _ run: ResultMemory.Run,
    _ memory: ResultMemory, in folder: String
  ) -> String? {
    if let now, now != last { return Reason.text(now, last: last) }
    for input in step.inputs {
      switch steps[input.step]?.standing {
      case .changed, .neverRun: return "input changed: \(input.step.name)"
      case .current, nil: break
      }
    }
    let newer = last.files.first { file in
      let path = file.path.hasPrefix("/") || folder.isEmpty ? file.path : folder + "/" + file.path
      guard let modified = memory.modified(path) else { return true }
      return modified > run.time
    }
    return newer.map { "file changed: \($0.path)" }
  }
}

extension StepFacts {
  /// What the result of a step depends on now, with the files as they were; `nil` where a step that
  /// it needs has no key.
  fileprivate init?(
    _ step: PlannedStep, _ notebook: Notebook, _ last: StepFacts, inputs keys: [StepID: String],
    _ version: String
  ) {
    var inputs: [Input] = []
    for input in step.inputs {
      guard let key = keys[input.step] else { return nil }
      inputs.append(
        Input(role: input.role, part: input.part, step: input.step.description, key: key))
    }
    // What the runs of a sweep come to changes with the steps that they run, which are no inputs.
    if step.declaration.runs != nil { inputs += last.inputs.filter { $0.role == "runs" } }
    self.init(
      step, step.declaration.accept(WorkFinder()), seed: notebook.frontMatter.seed,
      language: Phrases(language: notebook.frontMatter.language), files: last.files, inputs: inputs,
      runVersion: version)
  }
}
