import Language
import Listings
import Notebook
import Results

/// A step on the page: what it yields, and its options as the notebook writes them.
struct StepCell {
  let index: Int
  let step: Step
  let outcome: StepOutcome
  let text: RunningText
  let diagnostics: DiagnosticText
  /// Whether the files of the run lie beside the page.
  let hasFiles: Bool
  /// What tells this step's pad from others; nothing where it is the only one.
  let padName: String?

  var html: HTML {
    let anchor = Anchor.step(index, step)
    switch outcome {
    case .done(let result):
      return "<div class=\"step\" id=\"\(anchor)\">\n\(body(result))</div>\n"
    case .failed(let diagnostic):
      return """
        <div class="step failed" id="\(anchor)">
        \(options(mark: phrase("failed")))\(diagnostics.html(diagnostic))
        </div>

        """
    case .notRun:
      return """
        <div class="step not-run" id="\(anchor)">
        \(options(mark: phrase("not run")))</div>

        """
    }
  }

  // MARK: - Options

  private func body(_ result: StepResult) -> HTML {
    warnings + content(result)
  }

  /// What readers ought to know before they rely on what the step yields.
  private var warnings: HTML {
    outcome.warnings.map { warning -> HTML in
      "<p class=\"warning\"><strong>\(phrase("Warning:"))</strong> \(phrase(warning.message)).</p>\n"
    }.joined()
  }

  private func content(_ result: StepResult) -> HTML {
    let isOpen = step.syntax.showsOptions || result.outputs.isEmpty
    let outputs = outputs(result.outputs) + loneCaption(result.outputs)
    guard !isOpen else { return options() + outputs }
    let asides = outputAsides(result.outputs) + disclosure(title, code, class: "options")
    return outputs + "<div class=\"asides\">\n\(asides)</div>\n"
  }

  /// The options in the open, below the step's kind and name.
  private func options(mark: String? = nil) -> HTML {
    let mark: HTML = mark.map { " <span class=\"mark\">\($0)</span>" } ?? ""
    return "<div class=\"cell\">\n<p class=\"title\">\(title)\(mark)</p>\n\(code)</div>\n"
  }

  /// The step's kind and, where it has one, its name.
  private var title: HTML {
    step.name == step.kind
      ? "<b>\(step.kind)</b>" : "<b>\(step.kind)</b> <span>\(step.name)</span>"
  }

  private var code: HTML {
    guard step.text.contains(where: { !$0.isWhitespace }) else { return "" }
    let tokenizer: any Tokenizer =
      switch step.syntax.body {
      case .claims: ClaimTokenizer()
      case .options: YAMLTokenizer()
      }
    return codeBox(
      Highlighter(tokenizer).html(step.text), label: phrase("Options of step {}", step.name))
  }

  // MARK: - Outputs

  private func outputs(_ outputs: [Output]) -> HTML {
    let captioned = step.placeOfCaption(among: outputs)
    return outputs.enumerated().map { [numbering = text.numbering] place, output in
      let caption = place == captioned ? step.caption.map(text.html) : nil
      let numbered =
        numbering.output(of: StepID(step.name), at: place)
        ?? Numbering.Numbered(number: 0, anchor: Anchor.step(index, step) + ":\(place)")
      return switch output {
      case .figure(let figure): FigureOutput(figure, numbered, caption: caption).html
      case .table(let table):
        self.table(table, numbered, at: place, of: outputs, caption: caption)
      case .code(let listing): ListingOutput(listing, caption: caption).html
      case .file(let file): FileOutput(file, caption: caption, isBeside: hasFiles).html
      case .checks(let claims):
        CheckOutput(claims) { Anchor.claim(index, step, output: place, $0) }.html
      case .pad(let pad): PadOutput(pad, name: padName, caption: caption).html
      }
    }.joined()
  }

  /// A table as the notebook has it shown, if at all.
  private func table(
    _ table: StepTable, _ numbered: Numbering.Numbered, at place: Int, of outputs: [Output],
    caption: HTML?
  ) -> HTML {
    switch step.display(ofTableAt: place, of: outputs) {
    case .hidden: ""
    case .captioned(let own): TableOutput(table, numbered, caption: text.html(own)).html
    case nil: TableOutput(table, numbered, caption: caption).html
    }
  }

  /// The data of each figure, which stands beside the options.
  private func outputAsides(_ outputs: [Output]) -> HTML {
    outputs.enumerated().map { [numbering = text.numbering] place, output -> HTML in
      guard case .figure(let figure) = output,
        let numbered = numbering.output(of: StepID(step.name), at: place)
      else { return "" }
      return FigureOutput(figure, numbered, caption: nil).data
    }.joined()
  }

  /// The option `caption` where nothing is shown that it could stand with.
  private func loneCaption(_ outputs: [Output]) -> HTML {
    guard let caption = step.caption, step.placeOfCaption(among: outputs) == nil else { return "" }
    return "<p class=\"caption\">\(text.html(caption))</p>\n"
  }
}
