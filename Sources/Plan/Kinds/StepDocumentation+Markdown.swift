import Expressions
import Results

extension StepDocumentation {
  /// The kind in Markdown, as the documentation holds it.
  package var markdown: String {
    var sections = [
      "### \(kind.rawValue)", summary, "````markdown\n```\(kind.rawValue)\n\(example)\n```\n````",
    ]
    if !options.isEmpty { sections.append(table(options)) }
    sections += variants.flatMap { variant in
      ["`show: \(variant.name)` — \(variant.summary)"]
        + (variant.options.isEmpty ? [] : [table(variant.options)])
    }
    if !yields.isEmpty {
      let rows = yields.map { "| `\($0.name)` | \(cell($0.type.noun)) | \(cell($0.summary)) |" }
      sections.append((["| value | is | what |", "|---|---|---|"] + rows).joined(separator: "\n"))
    }
    return sections.joined(separator: "\n\n")
  }

  private func table(_ options: [OptionDocumentation]) -> String {
    let rows = options.map { option in
      "| `\(option.key)` | \(cell(option.values)) | \(cell(option.note)) | \(cell(option.summary)) |"
    }
    return (["| option | takes | | what |", "|---|---|---|---|"] + rows).joined(separator: "\n")
  }

  private func cell(_ text: String) -> String {
    text.replacing("\n", with: " ").replacing("|", with: "\\|")
  }
}
