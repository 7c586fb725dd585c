import Listings
import Notebook
import Plan
import Report
import Results

/// Everything that happens to a notebook's text before and after a run.
enum NotebookFuzzing {
  /// Reads and plans a notebook, and writes what is wrong with it in every form.
  static func read(_ text: String) {
    let source = SourceFile(path: "x.md", text: text)
    do {
      let notebook = try Notebook(source: source, stepKinds: StepKind.syntaxes)
      _ = try Plan(notebook)
    } catch {
      write(error)
    }
  }

  /// Reads options of the command line and the body of a step.
  static func readOptions(_ text: String) {
    _ = try? OptionValue(parsing: text)
    _ = try? Overrides(parsing: ["train.rate=\(text)", text])
    read("```train\n\(text)\n```\n")
  }

  /// Makes the page of a notebook of which nothing has run.
  static func publish(_ text: String) {
    let source = SourceFile(path: "x.md", text: text)
    do {
      page(of: try Notebook(source: source, stepKinds: StepKind.syntaxes))
    } catch {
      write(error)
      // A failed page shows what could be read.
      if let notebook = error.remainder { page(of: notebook) }
    }
  }

  /// Makes a page of a listing in each language that is coloured, and looks for the declaration that
  /// the first line names.
  static func publishListings(_ text: String) {
    _ = SourceLines(.symbol(String(text.prefix { !$0.isNewline })), of: text)
    let languages = ["swift", "yaml", "json"]
    let blocks = languages.map { Block.listing(language: $0, text: text) }
    let source = SourceFile(path: "x.md", text: "")
    let frontMatter = FrontMatter(
      title: [.text("x")], subtitle: nil, author: nil, language: "en", seed: 0, seedRange: nil)
    page(
      of: Notebook(
        source: source, frontMatter: frontMatter, blocks: blocks, steps: [], inlineValues: []))
  }

  private static func write(_ problems: NotebookProblems) {
    _ = problems.text(colour: true)
    _ = problems.records
    _ = problems.github()
  }

  private static func page(of notebook: Notebook) {
    let results = RunResults(
      steps: Outcomes(notebook.steps.map { (StepID($0.name), .notRun) }),
      inlineValues: Outcomes(
        notebook.inlineValues.indices.map { (InlineValueID($0), .notRun) }),
      provenance: Provenance(
        version: "0", notebookName: "x.md", notebookPath: "x.md", notebookDigest: "", seed: 0,
        overrides: [], files: []))
    _ = try? Report(notebook, results, resultsJSON: "{}").html
  }
}
