import Architecture
import Datasets
package import Notebook
package import Plan
import Results

extension Runner {
  /// What is wrong with the data that a plan reads and with what it makes of them, as far as the
  /// headers and first rows of the files tell: nothing is computed.
  package func inspect(_ plan: Plan) -> [Diagnostic] {
    var inspection = DataInspection(plan, context(of: plan))
    for step in plan.steps { inspection.inspect(step) }
    return inspection.diagnostics
  }
}

/// A look at the data of a notebook, step by step.
private struct DataInspection {
  private let plan: Plan
  private let context: RunContext
  /// What the load steps above are known to hold.
  private var outlines: [StepID: DataOutline] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ plan: Plan, _ context: RunContext) {
    self.plan = plan
    self.context = context
  }

  mutating func inspect(_ step: PlannedStep) {
    do {
      switch step.declaration {
      case let load as Load: try inspect(load, step)
      case let split as Split: try inspect(split)
      case let train as Train: try inspect(train, step)
      default: break
      }
    } catch let failure as StepFailure {
      diagnostics.append(failure.diagnostic(of: step, in: plan))
    } catch {
      // Nothing else is thrown; whatever it is, the run will tell it.
    }
  }

  private mutating func inspect(_ load: Load, _ step: PlannedStep) throws {
    if case .model(let path) = load.source {
      _ = try LoadModelWork.network(path, context)
      return
    }
    let files = try load.files(context)
    do throws(DatasetError) {
      outlines[step.id] = try files.outline()
    } catch {
      throw load.failure(error, context)
    }
    guard let labelled = load.labelled, let rows = outlines[step.id]?.rows, labelled > rows else {
      return
    }
    throw LoadWork.tooManyLabelled(labelled, of: rows)
  }

  private func inspect(_ split: Split) throws {
    guard let load = plan.steps.first(where: { $0.id == split.examples }),
      let labelled = (load.declaration as? Load)?.labelled ?? outlines[load.id]?.labelled,
      split.dev >= labelled
    else { return }
    throw SplitWork.tooLarge(split, for: labelled)
  }

  private func inspect(_ train: Train, _ step: PlannedStep) throws {
    guard let outline = outline(of: train.examples.step) else { return }
    let network = try NetworkOfTraining(
      train, of: outline.form.shape, classes: outline.classes)
    try network.expectRoomInPages(of: step.id, plan)
  }

  /// The data that a step's examples come from, by way of a split or not.
  private func outline(of id: StepID) -> DataOutline? {
    if let outline = outlines[id] { return outline }
    guard let step = plan.steps.first(where: { $0.id == id }),
      let split = step.declaration as? Split
    else { return nil }
    return outlines[split.examples]
  }
}

extension StepFailure {
  /// The failure at the place of the option that led to it.
  func diagnostic(of step: PlannedStep, in plan: Plan) -> Diagnostic {
    let written = step.written
    let option = option.flatMap { key in written.options.first { $0.key == key } }
    let isOverridden = plan.overrides.options.contains {
      $0.step == written.name && $0.option == self.option
    }
    let range = isOverridden ? written.kindRange : option?.value.range ?? written.kindRange
    return Diagnostic("step '\(step.id)': \(message)", at: range, help: help)
  }
}
