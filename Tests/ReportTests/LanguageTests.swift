import Language
import Notebook
import Report
import Results
import Testing

@Suite struct LanguageTests {
  private static func page(_ language: String) throws -> String {
    let step = Sample.step("evaluate", "dev")
    let table = StepTable(
      caption: "Precision, recall and F1 by class on the \(Words.text("dev")) set",
      columns: [.init("class"), .init("images")], rows: [["0", "10"]])
    let notebook = Sample.notebook(
      language: language,
      [
        .heading(level: 2, anchor: "a", [.text("A")]),
        .heading(level: 2, anchor: "b", [.text("B")]),
        .paragraph([.text("Text"), .footnoteReference(label: "1")]), .step(0),
        .footnote(label: "1", [.paragraph([.text("Note")])]),
      ], steps: [step])
    let results = Sample.results(
      [.done(StepResult(outputs: [.table(table)]))], of: [step], overrides: ["seed=3"])
    return try Report(notebook, results, resultsJSON: "{}").html
  }

  @Test(
    "The page's own words are in the language of the notebook",
    arguments: [
      (
        "de",
        [
          "Inhalt", "Tabelle 1.", "Zum Text", "Anmerkungen", "Startwert 0", "Klasse", "Kopieren",
          "Präzision, Trefferquote und F1 jeder Klasse in der Menge „dev“.",
        ]
      ),
      ("fr-CA", ["Sommaire", "Tableau 1.", "Aller au texte", "graine 0", "classe"]),
      ("es", ["Índice", "Tabla 1.", "Ir al texto", "semilla 0", "clase"]),
    ])
  func words(_ language: String, _ words: [String]) throws {
    let page = try Self.page(language)
    for word in words { #expect(page.contains(word), "\(word)") }
    for word in ["Contents<", "Table 1", "Skip to", "How this page", "Made with", "This run set"] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.contains("<html lang=\"\(language)\">"))
  }

  @Test func whatIsSaidOfAFailedRunIsInTheLanguageToo() throws {
    let steps = [Sample.step("train"), Sample.step("evaluate")]
    let notebook = Sample.notebook(language: "de", [.step(0), .step(1)], steps: steps)
    let results = Sample.results([.failed(diagnostic: "error: x"), .notRun], of: steps)
    let page = try Report(notebook, results, resultsJSON: "{}").html
    for words in [
      "aria-label=\"Probleme dieses Laufs\"", "<strong>Dieser Lauf ist unvollständig.</strong>",
      ">Schritt train ist fehlgeschlagen</a>", "<p>Ein Schritt wurde nicht ausgeführt.</p>",
    ] { #expect(page.contains(words), "\(words)") }
  }

  @Test func markdownSaysWhereItComesFromInTheLanguage() {
    let notebook = Sample.notebook(language: "es", [])
    let report = MarkdownReport(notebook, Sample.results()) { $0 }
    #expect(report.markdown.contains("semilla 0, `digits.md` con SHA-256 `abababababab…`."))
  }

  @Test func languagesFromRightToLeftTurnThePage() throws {
    #expect(try Self.page("ar").contains("<html lang=\"ar\" dir=\"rtl\">"))
    #expect(try Self.page("uz-Arab").contains("dir=\"rtl\""))
    #expect(try !Self.page("az-Latn").contains("dir="))
    #expect(try Self.page("en").contains("<html lang=\"en\">"))
  }

  @Test func worksAreCitedAndListed() throws {
    let notebook = Sample.notebook(
      references: [
        Reference(key: "wilson", text: [.text("Wilson, "), .emphasis([.text("Inference")])]),
        Reference(key: "guo", text: [.text("Guo")]),
      ], numbersSections: true,
      [
        .heading(level: 2, anchor: "a", [.text("A")]),
        .heading(level: 3, anchor: "b", [.text("B")]),
        .paragraph([.footnoteReference(label: "guo")]),
      ])
    let page = try Report(notebook, Sample.results(), resultsJSON: "{}").html
    #expect(page.contains("<a class=\"cite\" href=\"#work:guo\" title=\"Guo\">[2]</a>"))
    #expect(page.contains("<li id=\"work:wilson\">Wilson, <em>Inference</em></li>"))
    #expect(page.contains("<span class=\"number\">1.1</span> B"))
  }

  @Test func aPlaceThatCitesRepeatsTheBeginningOfItsWork() throws {
    func page(_ words: String) throws -> String {
      let notebook = Sample.notebook(
        references: [Reference(key: "a", text: [.text(words)])],
        [.paragraph([.footnoteReference(label: "a")])])
      return try Report(notebook, Sample.results(), resultsJSON: "{}").html
    }
    let words = String(repeating: "abc ", count: 75)
    #expect(try page(words).contains("title=\"\(words)\">[1]</a>"))
    #expect(try page(words + "d").contains("title=\"\(words)…\">[1]</a>"))
    #expect(try page(words + "d").contains("<li id=\"work:a\">\(words)d</li>"))
    // One character to people.
    let accents = "a" + String(repeating: "\u{301}", count: 1000)
    #expect(try page(accents).utf8.count { $0 == 0xCC } == 1000 + 299)
  }
}
