import Notebook
import Plan
import Publishing
import Results
import Runner

extension RunCommand {
  /// Says where the report is, and what is wrong where something is.
  func tell(
    _ run: Run, of plan: Plan, _ page: ReportFolder.Page, in folder: ReportFolder
  ) throws -> ExitStatus {
    let path = folder.path(of: page)
    if run.results.isComplete {
      try Terminal.print("\(path)\n")
      if !work.quiet { ResultPrinter(run.results).tellKeyFigures(of: plan.notebook) }
      tellRemarks(run, of: plan)
      if open { Browser.open(path) }
      return .success
    }
    // A step that failed has been told of when it did; claims and values are judged at the end.
    if problemFormat == .text {
      let untold = NotebookProblems(source: plan.notebook.source, diagnostics: run.untold)
      Terminal.tell(TerminalText(safe: untold.text(colour: Terminal.standardError.hasColour)))
    }
    let kept = folder.hasReport ? "The last good report is left as it was; what" : "What"
    Terminal.tell("\(kept) was reached is in \(path)\n")
    tellRemarks(run, of: plan)
    return run.results.diagnostics.isEmpty ? .failedCheck : .failedStep
  }

  /// The last line: what is to be known of the report, where there is something.
  func tellRemarks(_ run: Run, of plan: Plan) {
    let settings = plan.overrides.texts
    let remarks = [
      settings.isEmpty ? "" : "set by hand: " + settings.joined(separator: ", "),
      (plan.warnings + run.warnings).counted,
    ].filter { !$0.isEmpty }
    if !remarks.isEmpty { Terminal.tell("\(remarks.joined(separator: "; "))\n") }
  }
}
