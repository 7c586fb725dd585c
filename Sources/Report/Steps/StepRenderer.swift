import Notebook
import Results

/// Turns a step and what it yielded into a cell of the report.
struct StepRenderer {
  let notebook: Notebook
  let results: RunResults
  let prose: (_ inlines: [Inline]) -> HTML
  /// The number of each figure, table and listing by step and output, counted over the report.
  let numbers: OutputNumbers

  func html(_ index: Int) -> HTML {
    guard notebook.steps.indices.contains(index), results.steps.indices.contains(index) else {
      return ""
    }
    let step = notebook.steps[index]
    let outcome = results.steps[index]
    return """
      <section class="step \(HTML(trusted: state(outcome)))" id="step-\(step.name)" \
      aria-label="Step \(step.name)">
      \(header(step))
      \(body(step, index, outcome))
      </section>
      """
  }

  private func state(_ outcome: StepOutcome) -> String {
    switch outcome {
    case .done: outcome.isGood ? "done" : "failed"
    case .failed: "failed"
    case .notRun: "not-run"
    }
  }

  /// The step as written: open where it tells how the work was done, folded where its output does.
  private func header(_ step: Step) -> HTML {
    let isOpen = ["load", "split", "train", "evaluate", "predict"].contains(step.kind)
    let name: HTML = step.name == step.kind ? "" : " <span class=\"name\">\(step.name)</span>"
    let attribute: HTML = isOpen ? " open" : ""
    let language = step.kind == "check" ? "text" : "yaml"
    let options: HTML =
      step.text.allSatisfy(\.isWhitespace)
      ? "<p class=\"none\">No options.</p>"
      : CodeBlock(text: step.text, language: language, label: "Options of step \(step.name)").html
    return """
      <details class="options"\(attribute)><summary><span class="kind">\(step.kind)</span>\(name)\
      </summary>\(options)</details>
      """
  }

  private func body(_ step: Step, _ index: Int, _ outcome: StepOutcome) -> HTML {
    switch outcome {
    case .notRun: return "<p class=\"verdict\">This step was not run.</p>"
    case .failed(let diagnostic):
      return """
        <p class="verdict">This step failed.</p>
        <pre class="diagnostic" tabindex="0">\(diagnostic)</pre>
        """
    case .done(let result):
      let outputs = result.outputs.enumerated().map { position, output in
        html(output, step, numbers[index, position])
      }
      return outputs.joined(separator: "\n")
    }
  }

  private func html(_ output: Output, _ step: Step, _ number: Int) -> HTML {
    switch output {
    case .figure(let figure):
      return FigureRenderer(figure: figure, number: number).html(
        caption: step.caption.map(prose) ?? "\(figure.alternativeText)", name: step.name)
    case .table(let table): return TableRenderer(table: table).html(number: number)
    case .code(let listing): return html(listing)
    case .checks(let claims): return html(claims)
    case .file(let file): return html(file)
    }
  }

  private func html(_ listing: Listing) -> HTML {
    let code = CodeBlock(
      text: listing.text, language: listing.language, firstLine: listing.firstLine,
      label: "Code from \(listing.path)")
    return """
      <figure class="listing"><figcaption>\(fileName(listing.path)), \
      line \(listing.firstLine)</figcaption>
      \(code.html)</figure>
      """
  }

  /// A path without the dots that lead to it.
  private func fileName(_ path: String) -> String {
    path.split(separator: "/").drop { $0 == ".." || $0 == "." }.joined(separator: "/")
  }

  // MARK: - Checks

  private func html(_ claims: [CheckOutcome]) -> HTML {
    let items = claims.map { claim -> HTML in
      let evidence = claim.evidence.map { value -> HTML in
        "<span class=\"evidence\"><code>\(value.expression)</code> = \(value.value)</span>"
      }
      let mark: HTML = claim.holds ? "✓" : "✗"
      let verdict: HTML = claim.holds ? "holds" : "does not hold"
      let state: HTML = claim.holds ? "holds" : "fails"
      return """
        <li class="\(state)"><span class="mark" aria-hidden="true">\(mark)</span>
        <div><p>\(claim.sentence) <span class="verdict">\(verdict)</span></p>
        <p class="reason"><code>\(claim.expression)</code> \(evidence.joined(separator: " "))</p></div></li>
        """
    }
    return "<ul class=\"checks\">\n\(items.joined(separator: "\n"))\n</ul>"
  }

  // MARK: - Files

  private func html(_ file: OutputFile) -> HTML {
    let text = String(decoding: file.contents.prefix(400), as: UTF8.self)
    let lines = text.split(separator: "\n").prefix(6).joined(separator: "\n")
    return """
      <div class="file"><p><a href="\(file.name)" download>\(file.name)</a>, \
      \(byteText(file.contents.count)), SHA-256 \
      <code title="\(file.digest)">\(String(file.digest.prefix(12)))…</code></p>
      <pre tabindex="0" aria-label="The first lines of \(file.name)"><code>\(lines)
      …</code></pre></div>
      """
  }
}

/// A size in bytes as people read it.
func byteText(_ count: Int) -> String {
  switch count {
  case ..<1000: "\(count) bytes"
  case ..<1_000_000: "\((count + 500) / 1000) kB"
  default: "\((count + 50_000) / 1_000_000).\((count + 50_000) / 100_000 % 10) MB"
  }
}
