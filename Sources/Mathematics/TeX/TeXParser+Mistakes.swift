extension TeXParser {
  func missing(_ what: String, behind command: TeXToken) -> FormulaProblem {
    let written = slice(command.range)
    return FormulaProblem(
      "'\(written)' without what it stands before", at: command.range,
      help: "write \(what) behind it")
  }

  static func unclosed(_ open: TeXToken) -> FormulaProblem {
    FormulaProblem("a brace that is not closed", at: open.range, help: "close it with }")
  }

  static func double(_ what: String, _ mark: TeXToken) -> FormulaProblem {
    FormulaProblem(
      "a second \(what)", at: mark.range, help: "put the first in braces with its base")
  }

  /// Something that ends what has not begun.
  func strayEnd(_ token: TeXToken) -> FormulaProblem {
    switch token.kind {
    case .character("&"):
      FormulaProblem(
        "'&' outside rows and columns", at: token.range,
        help: "write \\& for the sign, or put the lines between \\begin{aligned} and \\end{aligned}"
      )
    case .command("\\"):
      FormulaProblem(
        "a line end outside rows", at: token.range,
        help: "put the lines between \\begin{aligned} and \\end{aligned}")
    case .character:
      FormulaProblem("a brace that closes nothing", at: token.range, help: "delete it")
    case .command(let name):
      FormulaProblem(
        "'\\\(name)' ends nothing", at: token.range,
        help: name == "end" ? "write \\begin{…} before it" : "write \\left before it")
    case .end:
      FormulaProblem("the formula ends too early", at: token.range)
    }
  }
}
