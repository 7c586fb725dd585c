import Plan
import Results

/// What a step has done, in a few words, by what it came to; nothing where its name says it all.
struct Accomplishment: StepVisitor {
  let result: StepResult

  func visit(_ load: Load) -> String {
    guard let rows = integer("rows") else {
      return integer("parameters").map { "a network of \(counted($0, "number"))" } ?? ""
    }
    let size = [integer("width"), integer("height")].compactMap { $0.map(String.init) }
    return "\(counted(rows, "image")) of \(size.joined(separator: " × ")), "
      + "\(grouped(integer("labelled") ?? 0)) of them labelled"
  }

  func visit(_ split: Split) -> String {
    "\(grouped(integer("training") ?? 0)) to learn from, \(grouped(integer("dev") ?? 0)) held out"
  }

  func visit(_ train: Train) -> String {
    let length =
      integer("epochs").map { counted($0, "epoch") }
      ?? counted(integer("iterations") ?? 0, "iteration")
    return
      ([length]
      + [share("accuracy"), share("validation").map { $0 + " of validation" }]
      .compactMap(\.self)).joined(separator: ", ")
  }

  func visit(_ evaluate: Evaluate) -> String { reading("examples") }

  func visit(_ baseline: Baseline) -> String { reading("examples") }

  func visit(_ predict: Predict) -> String {
    "\(counted(integer("rows") ?? 0, "row")) in \(text("file") ?? predict.file)"
  }

  func visit(_ compare: Compare) -> String {
    guard let verdict = text("verdict") else { return "" }
    return "\(compare.evaluations[0].name) is \(verdict)"
  }

  func visit(_ sweep: Sweep) -> String {
    counted(integer("count") ?? 0, "run")
  }

  func visit(_ plot: Plot) -> String { "drawn" }
  func visit(_ export: Export) -> String { "written to \(text("file") ?? export.file)" }
  func visit(_ try: Try) -> String { "ready to draw in" }
  func visit(_ listing: SourceListing) -> String { "cut out of \(listing.file)" }
  func visit(_ check: Check) -> String { "" }

  private func reading(_ count: String) -> String {
    let share = share("accuracy") ?? ""
    return integer(count).map { "\(share) of \(grouped($0)) read correctly" } ?? share
  }

  private func integer(_ name: String) -> Int? {
    if case .integer(let integer) = result[name] { integer } else { nil }
  }

  private func text(_ name: String) -> String? {
    if case .text(let text) = result[name] { text } else { nil }
  }

  private func share(_ name: String) -> String? {
    if case .proportion(let share) = result[name] { percent(share.value) } else { nil }
  }
}
