import Notebook
import Plan

/// The options that a step takes, by its kind and by what it chooses.
struct OptionLookup {
  let all: [OptionDocumentation]
  let variant: StepDocumentation.Variant?

  /// - Parameter lines: the lines of the notebook; none where what it chooses does not matter.
  init(_ kind: StepKind, in fence: NotebookLayout.Fence, _ lines: [String]) {
    let documentation = kind.declaration.documentation
    let chooser = Plot.chooser + ":"
    let chosen =
      lines.isEmpty
      ? nil
      : fence.body?.lazy.compactMap { number -> String? in
        let line = lines[number - 1].drop { $0 == " " }
        return line.hasPrefix(chooser)
          ? line.dropFirst(chooser.count).split(separator: " ").first.map(String.init) : nil
      }.first
    let variant = documentation.variants.first { $0.name == chosen }
    self.variant = variant
    // Without a choice, every option of any will do.
    let others = variant.map { $0.options } ?? documentation.variants.flatMap(\.options)
    var seen: Set<String> = []
    all = (documentation.options + others + OptionDocumentation.ofEveryStep)
      .filter { seen.insert($0.key).inserted }
  }

  func option(_ key: String) -> OptionDocumentation? { all.first { $0.key == key } }
}
