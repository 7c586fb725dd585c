import Expressions
import Results

extension StepKind {
  /// Every kind with a line on what it does.
  package static var overview: String {
    let rows = allCases.map { ($0.rawValue, $0.documentation.summary) }
    return columns(rows, indent: "  ")
      + "\n\nOptions, values and an example of a kind: daybook steps KIND"
  }
}

extension StepDocumentation {
  /// The kind in full, as a terminal shows it.
  package var text: String {
    var sections = ["\(kind.rawValue): \(summary)"]
    sections.append("Example\n\n" + fenced(example))
    sections.append(optionSection("Options", options))
    sections += variants.map { variant in
      optionSection("Options of show: \(variant.name)\n\(variant.summary)", variant.options)
    }
    sections.append(
      "Every step also takes 'caption': Markdown with inline values, shown below what it yields.")
    if !yields.isEmpty {
      let rows = yields.map { ("\(kind.rawValue).\($0.name)", "\($0.type.noun): \($0.summary)") }
      sections.append("Values\n\n" + columns(rows, indent: "  "))
    }
    return sections.joined(separator: "\n\n")
  }

  private func fenced(_ body: String) -> String {
    (["```\(kind.rawValue)"] + body.split(separator: "\n").map(String.init) + ["```"])
      .map { "  " + $0 }.joined(separator: "\n")
  }

  private func optionSection(_ title: String, _ options: [OptionDocumentation]) -> String {
    let rows = options.map { ($0.key, "\($0.summary)\n\($0.values); \($0.note)") }
    return "\(title)\n\n" + columns(rows, indent: "  ")
  }
}
