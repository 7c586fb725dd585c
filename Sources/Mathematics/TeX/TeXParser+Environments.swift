import Spelling

extension TeXParser {
  private struct Environment {
    var style = MathTable.Style.matrix
    var columns: [MathTable.Column] = []
    var open = ""
    var close = ""
  }

  private static let environments: [String: Environment] = [
    "matrix": Environment(), "smallmatrix": Environment(), "gathered": Environment(),
    "gather": Environment(), "gather*": Environment(), "array": Environment(),
    "pmatrix": Environment(open: "(", close: ")"), "bmatrix": Environment(open: "[", close: "]"),
    "Bmatrix": Environment(open: "{", close: "}"), "vmatrix": Environment(open: "|", close: "|"),
    "Vmatrix": Environment(open: "‖", close: "‖"),
    "cases": Environment(style: .cases, columns: [.left], open: "{"),
    "aligned": Environment(style: .aligned), "align": Environment(style: .aligned),
    "align*": Environment(style: .aligned), "split": Environment(style: .aligned),
    "alignedat": Environment(style: .aligned), "equation": Environment(),
    "equation*": Environment(),
  ]

  /// Cells of a table, which bounds what browsers lay out.
  private static let mostCells = 10_000

  /// `\begin{NAME} … \end{NAME}`.
  mutating func environment(_ begin: TeXToken) throws(FormulaProblem) -> MathNode {
    let nameStart = token.range.upperBound
    let name = String(try rawArgument(of: begin))
    guard var environment = Self.environments[name] else {
      let near =
        name.count <= 24 ? suggestion(for: name, among: Self.environments.keys.sorted()) : nil
      throw FormulaProblem(
        "unknown environment '\(name)' in a formula",
        at: nameStart..<nameStart + name.utf8.count,
        help: near.map { "did you mean '\($0)'?" }
          ?? "write one of aligned, cases, matrix, pmatrix, bmatrix, array, gathered",
        replacement: near)
    }
    if name == "array" { environment.columns = try columns(of: begin) }
    // How many pairs of columns there are shows by itself.
    if name == "alignedat" { _ = try rawArgument(of: begin) }
    let rows = try deeper(begin.range) { parser throws(FormulaProblem) in
      try parser.rows(of: begin, name)
    }
    let table = MathTable(style: environment.style, rows: rows, columns: environment.columns)
    return Self.fenced(.table(table), environment.open, environment.close)
  }

  private mutating func rows(
    of begin: TeXToken, _ name: String
  ) throws(FormulaProblem) -> [[MathNode]] {
    var rows: [[MathNode]] = [[]]
    var cells = 0
    while true {
      rows[rows.count - 1].append(try row())
      cells += 1
      guard cells <= Self.mostCells else {
        throw FormulaProblem("more than \(Self.mostCells) cells in a formula", at: begin.range)
      }
      let end = token
      switch end.kind {
      case .character("&"): next()
      case .command("\\"):
        next()
        rows.append([])
      case .command("end"):
        next()
        try close(name, end)
        // A line end before the end makes no row.
        if rows.count > 1, rows.last == [.row([])] { rows.removeLast() }
        return rows
      case .end:
        throw FormulaProblem(
          "'\\begin{\(name)}' that is not closed", at: begin.range, help: "write \\end{\(name)}")
      default: throw strayEnd(end)
      }
    }
  }

  private mutating func close(_ name: String, _ end: TeXToken) throws(FormulaProblem) {
    let closed = String(try rawArgument(of: end))
    guard closed == name else {
      throw FormulaProblem(
        "'\\end{\(closed)}' where '\\begin{\(name)}' is open", at: end.range,
        help: "write \\end{\(name)}")
    }
  }

  /// The columns of an array, such as `{lcr}`.
  private mutating func columns(of begin: TeXToken) throws(FormulaProblem) -> [MathTable.Column] {
    let letters: [Character: MathTable.Column] = ["l": .left, "c": .centre, "r": .right]
    var columns: [MathTable.Column] = []
    for letter in try rawArgument(of: begin) where letter != " " {
      guard let column = letters[letter] else {
        throw FormulaProblem(
          "'\(letter)' among the columns of an array", at: begin.range,
          help: "write l, c or r for each column")
      }
      columns.append(column)
    }
    return columns
  }
}
