import ArgumentParser
import Plan
import Runner

/// The flags that ask for a part of a notebook.
struct SliceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Run one step, and what it needs.", valueName: "STEP"),
    completion: StepCompletion.names)
  var only: String?

  @Option(
    help: ArgumentHelp("Run from this step on.", valueName: "STEP"),
    completion: StepCompletion.names)
  var from: String?

  @Option(
    help: ArgumentHelp("Run up to this step.", valueName: "STEP"),
    completion: StepCompletion.names)
  var until: String?

  /// The step whose results are wanted; `nil` where no one step is.
  var last: String? { only ?? until }

  /// The steps that the flags ask for.
  func slice(of plan: Plan) throws -> Slice {
    do {
      return try Slice(of: plan, only: only, from: from, until: until)
    } catch {
      throw BadValue("\(error)")
    }
  }
}
