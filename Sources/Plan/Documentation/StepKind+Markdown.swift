import Expressions
import Results

extension StepKind {
  /// The kind in Markdown, as the documentation holds it.
  package var markdown: String {
    let documentation = declaration.documentation
    var sections = [
      "### \(name)", documentation.summary,
      "````markdown\n```\(name)\n\(documentation.example)\n```\n````",
    ]
    sections += table(documentation.options)
    sections += documentation.variants.flatMap { variant in
      ["`show: \(variant.name)` — \(variant.summary)"] + table(variant.options)
        + table(variant.yields)
    }
    sections += table(documentedYields)
    return sections.joined(separator: "\n\n")
  }

  private func table(_ members: [ValueType.Member]) -> [String] {
    guard !members.isEmpty else { return [] }
    let rows = members.flatMap { $0.withInner() }.map {
      "| `\($0.name)` | \(cell($0.type.noun)) | \(cell($0.summary)) |"
    }
    return [(["| value | is | what |", "|---|---|---|"] + rows).joined(separator: "\n")]
  }

  private func table(_ options: [OptionDocumentation]) -> [String] {
    guard !options.isEmpty else { return [] }
    let rows = options.map { option in
      "| `\(option.key)` | \(cell(option.values)) | \(cell(option.note)) | \(cell(option.summary)) |"
    }
    return [(["| option | takes | | what |", "|---|---|---|---|"] + rows).joined(separator: "\n")]
  }

  private func cell(_ text: String) -> String {
    text.replacing("\n", with: " ").replacing("|", with: "\\|")
  }
}
