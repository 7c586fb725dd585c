import Mathematics
import Testing

@Suite struct FormulaTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let tex: String
    let markup: String

    init(_ tex: String, _ markup: String) { (self.tex, self.markup) = (tex, markup) }

    var testDescription: String { tex }
  }

  static let formulas = [
    Case("x", "<mi>x</mi>"),
    Case("12.5", "<mn>12.5</mn>"),
    Case("x_i^2", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"),
    // A number behind a mark is its first digit, as in TeX.
    Case("x^12", "<msup><mi>x</mi><mn>1</mn></msup><mn>2</mn>"),
    Case("x^{12}", "<msup><mi>x</mi><mn>12</mn></msup>"),
    Case("\\alpha\\Gamma", "<mi>α</mi><mi mathvariant=\"normal\">Γ</mi>"),
    Case("\\mathbf{x}\\mathbf w_1", "<mi>𝐱</mi><msub><mi>𝐰</mi><mn>1</mn></msub>"),
    Case("\\mathbb{R}\\mathcal{L}\\boldsymbol\\beta", "<mi>ℝ</mi><mi>ℒ</mi><mi>𝜷</mi>"),
    Case("\\mathrm{ReLU}\\mathrm d", "<mi>ReLU</mi><mi mathvariant=\"normal\">d</mi>"),
    Case("a<b", "<mi>a</mi><mo>&lt;</mo><mi>b</mi>"),
    Case("a-b", "<mi>a</mi><mo>−</mo><mi>b</mi>"),
    Case("a=-b", "<mi>a</mi><mo>=</mo><mo form=\"prefix\">−</mo><mi>b</mi>"),
    Case("\\frac{a}{b+1}", "<mfrac><mi>a</mi><mrow><mi>b</mi><mo>+</mo><mn>1</mn></mrow></mfrac>"),
    Case("\\frac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
    Case("\\sqrt{x}\\sqrt[3]{y}", "<msqrt><mi>x</mi></msqrt><mroot><mi>y</mi><mn>3</mn></mroot>"),
    Case(
      "\\sum_{i=1}^m",
      "<munderover><mo>∑</mo><mrow><mi>i</mi><mo lspace=\"0\" rspace=\"0\">=</mo><mn>1</mn></mrow>"
        + "<mi>m</mi></munderover>"),
    Case("\\int_0^1", "<msubsup><mo>∫</mo><mn>0</mn><mn>1</mn></msubsup>"),
    Case(
      "\\log p",
      "<mi>log</mi><mo>\u{2061}</mo><mspace width=\"0.1667em\"/><mi>p</mi>"),
    Case(
      "\\operatorname{relu}(z)",
      "<mi>relu</mi><mo>\u{2061}</mo><mo stretchy=\"false\" form=\"prefix\">(</mo><mi>z</mi>"
        + "<mo stretchy=\"false\" form=\"postfix\">)</mo>"),
    Case(
      "\\left(x\\right.",
      "<mo stretchy=\"true\" symmetric=\"true\" form=\"prefix\">(</mo><mi>x</mi>"),
    Case("\\hat y", "<mover accent=\"true\"><mi>y</mi><mo stretchy=\"false\">^</mo></mover>"),
    Case("\\textit{if}\\textbf{x}", "<mtext>𝑖𝑓</mtext><mtext>𝐱</mtext>"),
    Case(
      "\\begin{alignedat}{2} a &= b \\end{alignedat}",
      "<mtable class=\"aligned\" displaystyle=\"true\"><mtr><mtd class=\"right\"><mi>a</mi></mtd>"
        + "<mtd class=\"left\"><mo>=</mo><mi>b</mi></mtd></mtr></mtable>"),
    Case("\\text{if } x", "<mtext>if\u{A0}</mtext><mi>x</mi>"),
    Case(
      "f'", "<msup><mi>f</mi><mo stretchy=\"false\" lspace=\"0\" rspace=\"0\">′</mo></msup>"),
    Case(
      "\\begin{cases} x & y \\\\ 0 \\\\ \\end{cases}",
      "<mo stretchy=\"true\" symmetric=\"true\" form=\"prefix\">{</mo><mtable class=\"cases\">"
        + "<mtr><mtd class=\"left\"><mi>x</mi></mtd><mtd class=\"left\"><mi>y</mi></mtd></mtr>"
        + "<mtr><mtd class=\"left\"><mn>0</mn></mtd></mtr></mtable>"),
    Case(
      "\\begin{aligned} a &= b \\\\ &- c \\end{aligned}",
      "<mtable class=\"aligned\" displaystyle=\"true\"><mtr><mtd class=\"right\"><mi>a</mi></mtd>"
        + "<mtd class=\"left\"><mo>=</mo><mi>b</mi></mtd></mtr><mtr><mtd class=\"right\"></mtd>"
        + "<mtd class=\"left\"><mo form=\"infix\">−</mo><mi>c</mi></mtd></mtr></mtable>"),
    Case("a % a remark\n b", "<mi>a</mi><mi>b</mi>"),
    Case(
      "\\text{<script>}\\&",
      "<mtext>&lt;script&gt;</mtext><mi mathvariant=\"normal\">&amp;</mi>"),
  ]

  @Test("Formulas are set", arguments: formulas) func set(_ row: Case) throws {
    #expect(try Formula(row.tex).markup == "<math>\(row.markup)</math>")
  }

  @Test("A formula apart says so") func displayed() throws {
    #expect(
      try Formula("x", isDisplayed: true).markup == "<math display=\"block\"><mi>x</mi></math>")
  }

  @Test(
    "A formula has words where there is no markup",
    arguments: [
      ("\\mathbf z = W\\mathbf{x} + b_1", "𝐳 = W𝐱 + b_1"), ("\\frac{1}{m+1}", "1/(m + 1)"),
      ("e^{-x}", "e^(− x)"), ("\\max_i x_i", "max_i x_i"),
    ]) func words(tex: String, text: String) throws
  {
    #expect(try Formula(tex).text == text)
  }

  struct Mistake: CustomTestStringConvertible, Sendable {
    let tex: String
    /// The bytes shown, what is wrong and what to do.
    let said: String

    init(_ tex: String, _ said: String) { (self.tex, self.said) = (tex, said) }

    var testDescription: String { tex }
  }

  static let mistakes = [
    Mistake("a + \\alhpa", "4-10: unknown command '\\alhpa' in a formula; did you mean \\alpha?"),
    Mistake("\\rm x", "0-3: unknown command '\\rm' in a formula; write \\mathrm{…}"),
    Mistake(
      "\\begin{alinged}a\\end{alinged}",
      "7-14: unknown environment 'alinged' in a formula; did you mean 'aligned'?"),
    Mistake("x_a_b", "3-4: a second subscript; put the first in braces with its base"),
    Mistake("\\frac{a}", "0-5: '\\frac' without what it stands before; write something behind it"),
    Mistake("\\sqrt{a", "5-6: a brace that is not closed; close it with }"),
    Mistake("a}", "1-2: a brace that closes nothing; delete it"),
    Mistake(
      "\\left(a", "0-5: '\\left' that is not closed; write \\right) at its end, or \\right."),
    Mistake("a\\right)", "1-7: '\\right' ends nothing; write \\left before it"),
    Mistake(
      "a & b",
      "2-3: '&' outside rows and columns; write \\& for the sign, or put the lines between "
        + "\\begin{aligned} and \\end{aligned}"),
    Mistake(
      "a \\\\ b",
      "2-4: a line end outside rows; put the lines between \\begin{aligned} and \\end{aligned}"),
    Mistake(
      "\\begin{cases}a\\end{matrix}",
      "14-18: '\\end{matrix}' where '\\begin{cases}' is open; write \\end{cases}"),
    Mistake(
      "\\begin{cases}a", "0-6: '\\begin{cases}' that is not closed; write \\end{cases}"),
    Mistake("5 $ x", "2-3: '$' within a formula; write \\$ for the sign"),
    Mistake(" ", "1-1: an empty formula; write TeX, or delete it"),
    Mistake(
      "\\left a",
      "0-5: no bracket behind '\\left'; write one of ( ) [ ] \\{ \\} | \\| "
        + "\\langle \\rangle, or a full stop for none"),
  ]

  @Test("What is wrong is told with its place", arguments: mistakes) func told(_ row: Mistake) {
    #expect(Self.problems(in: row.tex) == [row.said])
  }

  @Test("Every misspelt command is told, up to ten")
  func several() {
    #expect(Self.problems(in: "\\foo + \\baz").count == 2)
    #expect(Self.problems(in: String(repeating: "\\foo", count: 100)).count == 10)
  }

  @Test(
    "Nesting is bounded",
    arguments: [
      ("{", "}"), ("\\sqrt{", "}"), ("\\left(", "\\right)"), ("x^{", "}"), ("\\hat ", ""),
      ("\\begin{matrix}", "\\end{matrix}"), ("\\mathbf{", "}"), ("\\displaystyle ", ""),
      ("\\frac ", "1"),
    ]) func nested(open: String, close: String)
  {
    let deep = 20_000
    let tex =
      String(repeating: open, count: deep) + "x" + String(repeating: close, count: deep)
    #expect(Self.problems(in: tex).first?.hasSuffix("nested more than 50 levels deep") ?? false)
    let fine = String(repeating: open, count: 20) + "x" + String(repeating: close, count: 20)
    #expect(Self.problems(in: fine).isEmpty)
  }

  private static func problems(in tex: String) -> [String] {
    do throws(FormulaProblems) {
      _ = try Formula(tex)
      return []
    } catch {
      return error.all.map { problem in
        let help = problem.help.map { "; " + $0 } ?? ""
        return "\(problem.range.lowerBound)-\(problem.range.upperBound): \(problem.message)\(help)"
      }
    }
  }
}
