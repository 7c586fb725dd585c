/// A step before the names of all are known.
struct FoundStep {
  let kind: StepSyntax
  let kindRange: SourceRange
  let name: Fence.Word?
  let options: [StepOption]
  let text: String
  let range: SourceRange
  let caption: [Inline]?
  let tables: TableDisplay
  var hasProblems = false

  func step(named name: String) -> Step {
    Step(
      syntax: kind, kindRange: kindRange, name: name,
      nameRange: self.name?.range ?? kindRange, options: options, text: text, range: range,
      caption: caption, tables: tables, hasProblems: hasProblems)
  }
}
