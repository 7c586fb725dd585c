import ArgumentParser
import Plan
import Runner

/// The flags that ask for a part of a notebook.
struct SliceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Run one step, and what it needs.", valueName: "STEP"))
  var only: String?

  @Option(help: ArgumentHelp("Run from this step on.", valueName: "STEP"))
  var from: String?

  @Option(help: ArgumentHelp("Run up to this step.", valueName: "STEP"))
  var until: String?

  /// The steps that the flags ask for.
  func slice(of plan: Plan) throws -> Slice {
    do {
      return try Slice(of: plan, only: only, from: from, until: until)
    } catch {
      throw BadValue("\(error)")
    }
  }
}
