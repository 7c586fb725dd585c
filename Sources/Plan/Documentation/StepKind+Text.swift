import Expressions
import Notebook
import Results

extension StepKind {
  /// Every kind with a line on what it does.
  package static var overview: String {
    let rows = all.map { ($0.name, $0.declaration.documentation.summary) }
    return columns(rows, indent: "  ")
      + "\n\nOptions, values and an example of a kind: daybook steps KIND"
  }

  /// The kind in full, as a terminal shows it.
  package var text: String {
    let documentation = declaration.documentation
    var sections = ["\(name): \(documentation.summary)"]
    sections.append("Example\n\n" + fenced(documentation.example))
    sections.append(optionSection("Options", documentation.options))
    sections += documentation.variants.map { variant in
      optionSection("Options of show: \(variant.name)\n\(variant.summary)", variant.options)
        + valueSection(variant.yields).map { "\n\n" + $0 }.joined()
    }
    if declaration.syntax.body == .options {
      sections.append(optionSection("Options of every step", OptionDocumentation.ofEveryStep))
    }
    sections += valueSection(documentedYields)
    return sections.joined(separator: "\n\n")
  }

  private func valueSection(_ members: [ValueType.Member]) -> [String] {
    guard !members.isEmpty else { return [] }
    let rows = members.flatMap { $0.withInner() }.map {
      ("\(name).\($0.name)", "\($0.type.noun): \($0.summary)")
    }
    return ["Values\n\n" + columns(rows, indent: "  ")]
  }

  /// What a step of the kind yields, as far as that can be said of all.
  var documentedYields: [ValueType.Member] {
    switch declaration.yields {
    case .always(let members): members
    case .byOptions: declaration.documentation.yields
    }
  }

  private func fenced(_ body: String) -> String {
    (["```\(name)"] + body.split(separator: "\n").map(String.init) + ["```"])
      .map { "  " + $0 }.joined(separator: "\n")
  }

  private func optionSection(_ title: String, _ options: [OptionDocumentation]) -> String {
    let rows = options.map { ($0.key, "\($0.summary)\n\($0.values); \($0.note)") }
    return "\(title)\n\n" + columns(rows, indent: "  ")
  }
}

extension ValueType.Member {
  /// The member, and those of the records that it is or holds, by the names that lead to them:
  /// `pairs[0].verdict`.
  func withInner() -> [Self] {
    let (inner, step): ([Self], String) =
      switch type {
      case .record(let members): (members, ".")
      case .list(.record(let members)): (members, "[0].")
      default: ([], "")
      }
    return [self]
      + inner.flatMap { $0.withInner() }.map { Self(name + step + $0.name, $0.type, $0.summary) }
  }
}
