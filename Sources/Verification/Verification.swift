import Notebook
import Plan
import Publishing
package import Report
package import Runner

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Makes the run of a report again, from what its page carries and from data found by digest, and
/// compares what comes of it.
package struct Verification: Sendable {
  /// What came of it.
  package enum Verdict: Sendable, Equatable {
    /// The same page, byte for byte.
    case identical
    /// Everything that the page says is the same; the figures are drawn otherwise and look the same,
    /// or are alike in all but their letters, which no other font allows to compare.
    case same(figures: [String], comparesLetters: Bool)
    /// An older version made the page: its values are the same, the page around them is not compared.
    case sameValues(version: String)
    /// What differs, the first of it first, and why that may be.
    case different([Difference], why: String)
    /// What is needed and not there.
    case missing([PageRecord.File])
    /// The notebook cannot be planned by this program; what is wrong with it.
    case unplanned(String)
    case interrupted
  }

  private let report: ReceivedReport
  private let folders: [String]
  private let version: String
  private let folder: String
  private let threads: Int
  private let maxMemory: Int?
  private let isCancelled: @Sendable () -> Bool
  private let observe: @Sendable (RunEvent) -> Void

  /// Prepares to verify a report.
  ///
  /// - Parameters:
  ///   - folders: where its data may be.
  ///   - folder: where the run is made, which is made and removed again; `temporaryFolder` names one.
  ///   - version: of this program.
  package init(
    _ report: ReceivedReport, data folders: [String], in folder: String, version: String,
    threads: Int, maxMemory: Int?, isCancelled: @escaping @Sendable () -> Bool,
    observe: @escaping @Sendable (RunEvent) -> Void
  ) {
    self.report = report
    self.folders = folders
    self.folder = folder
    self.version = version
    self.threads = threads
    self.maxMemory = maxMemory
    self.isCancelled = isCancelled
    self.observe = observe
  }

  /// A path for a folder that is not there yet, among the files that the system drops some day.
  package static var temporaryFolder: String {
    FileManager.default.temporaryDirectory.path + "/daybook-verify-" + UUID().uuidString
  }

  /// Removes what a verification that was ended in the middle has left.
  package static func removeFolder(_ folder: String) { Workplace.remove(folder) }

  /// Makes the run again, in a store of its own.
  package func verdict() async throws -> Verdict {
    if let forgery { return forgery }
    // A record that nobody's command line can have made is none.
    guard let overrides = try? Overrides(parsing: report.record.overrides) else {
      throw VerificationError.noRecord(report.path)
    }
    let workplace = try Workplace(report, at: folder)
    let missing = try workplace.bringFiles(of: report, from: folders, isCancelled: isCancelled)
    if isCancelled() { return .interrupted }
    guard missing.isEmpty else { return .missing(missing) }
    let needsMore = (report.record.files + report.record.images).contains(where: \.isAllowed)
    let settings = ReportRun.Settings(
      // They are the page's: whoever verifies it has named no file.
      overrides: overrides.reaching(only: workplace.files),
      allowed: needsMore ? [workplace.files] : [],
      output: OutputFolder(workplace.output, isWritten: false), version: version, threads: threads,
      maxMemory: maxMemory, isStrict: report.record.isStrict)
    let run = ReportRun(settings, isCancelled: isCancelled, onWait: { _ in }, observe: observe)
    let plan: Plan
    do {
      plan = try settings.plan(workplace.notebook)
    } catch {
      // The folder is gone when this is read.
      return .unplanned("\(error)".replacing(workplace.project + "/", with: ""))
    }
    switch try await outcome(of: run, plan, in: workplace) {
    case .interrupted, .partial: return .interrupted
    case .published(let edition, _, of: _):
      return compared(with: String(decoding: edition.draft, as: UTF8.self))
    }
  }

  /// What was changed of what the page carries; `nil` for nothing.
  private var forgery: Verdict? {
    func changed(_ what: String, why: String) -> Verdict {
      .different(
        [
          Difference(
            what: what, place: "", received: "another one than the page says it was made of",
            made: "")
        ], why: "\(why) that the page carries was changed after the run")
    }
    if !report.carriesItsNotebook { return changed("the notebook", why: "the notebook") }
    return report.forgedFile.map { changed("the file \($0.path)", why: "a file") }
  }

  /// What becomes of the run; that its page cannot be written says nothing of the report.
  private func outcome(
    of run: ReportRun, _ plan: Plan, in workplace: Workplace
  ) async throws(VerificationError) -> ReportRun.Outcome {
    do {
      return try await run.run(plan)
    } catch {
      throw .notWritten("\(error)".replacing(workplace.project + "/", with: ""))
    }
  }

  // MARK: - Comparing

  private func compared(with made: String) -> Verdict {
    if isSameText(made, report.html) { return .identical }
    guard report.record.version == version else { return comparedValues(with: made) }
    let comparison = PageComparison(received: report.html, made: made)
    let likeness = comparison.figures.map { pair in
      // Where one figure is drawn to the byte, all of them are: nothing here draws otherwise.
      guard comparison.sameFigures == 0, let old = SeenFigure(pair.received),
        let new = SeenFigure(pair.made)
      else { return SeenFigure.Likeness.none }
      return old.likeness(to: new)
    }
    let drawn = zip(comparison.figures, likeness).filter { $0.1 == .none }.map { figure, _ in
      Difference(
        what: figure.name, place: "", received: "another picture than the run draws", made: "")
    }
    let all = comparison.differences + drawn
    guard !all.isEmpty else {
      return .same(
        figures: comparison.figures.map(\.name).uniqued,
        comparesLetters: likeness.allSatisfy { $0 == .all })
    }
    return .different(all, why: why(made))
  }

  private func comparedValues(with made: String) -> Verdict {
    let results = PageRecord.results(of: made).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let differences = ValueComparison(received: report.results, made: results).differences
    guard !differences.isEmpty else { return .sameValues(version: report.record.version) }
    return .different(
      differences,
      why: "Daybook \(report.record.version) made the report, and this is \(version): "
        + "that version tells whether it was changed")
  }

  /// Why a page of this version may differ.
  private func why(_ made: String) -> String {
    let results = PageRecord.results(of: made).map { String(decoding: $0, as: UTF8.self) }
    guard isSameText(results, report.results) else {
      return "the run comes to other values with the same inputs: the report was changed, "
        + "or made by another build or on a machine that computes otherwise"
    }
    return "the values of the run are the report's own: its page was changed after the run"
  }
}

extension [String] {
  /// Each once, in order.
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
