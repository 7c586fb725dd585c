import Spelling

extension TeXParser {
  /// A command and what it takes; `nil` for one that is not known.
  mutating func command() throws(FormulaProblem) -> MathNode? {
    let token = next()
    guard case .command(let name) = token.kind else { return nil }
    if let symbol = TeXSymbol.all[name] { return node(symbol) }
    if let style = LetterStyle(command: name) { return try styled(style, token) }
    if let mark = Self.accents[name] {
      return .accent(try argument(of: token), mark, isStretched: Self.stretched.contains(name))
    }
    if name == "overline" || name == "underline" {
      return .lined(try argument(of: token), isAbove: name == "overline")
    }
    if name == "underbrace" { return .underAccent(try argument(of: token), "⏟") }
    if let size = Self.sizes[name] {
      return .symbol(try delimiter(of: token, size: .fixed(size.height), role: size.role))
    }
    return try construct(name, token)
  }

  private mutating func construct(
    _ name: String, _ token: TeXToken
  ) throws(FormulaProblem) -> MathNode? {
    switch name {
    case "frac", "dfrac", "tfrac", "cfrac": return try fraction(name, token)
    case "binom", "dbinom", "tbinom":
      let fraction = MathNode.fraction(
        try argument(of: token), try argument(of: token), hasLine: false)
      return Self.fenced(fraction, "(", ")")
    case "sqrt": return try root(token)
    case "text", "textrm", "textnormal", "mbox": return .text(try words(of: token))
    case "textit", "textbf": return try emphasizedWords(name, token)
    case "operatorname": return try operatorName(token)
    case "overset", "stackrel":
      let mark = try argument(of: token)
      return .scripts(base: try argument(of: token), sub: nil, sup: mark, areLimits: true)
    case "underset":
      let mark = try argument(of: token)
      return .scripts(base: try argument(of: token), sub: mark, sup: nil, areLimits: true)
    case "left": return try fence(token)
    case "begin": return try environment(token)
    case "displaystyle", "textstyle":
      let isDisplayed = name == "displaystyle"
      return .styled(
        isDisplayed: isDisplayed,
        try deeper(token.range) { parser throws(FormulaProblem) in try parser.row() })
    case "limits", "nolimits":
      throw FormulaProblem(
        "'\\\(name)' behind no operator", at: token.range, help: "write it behind \\sum or \\int")
    default:
      // A word that is misspelt a thousand times is compared ten times.
      if notesMore { note(Self.unknown(name, token)) }
      return nil
    }
  }

  private func node(_ symbol: TeXSymbol) -> MathNode {
    switch symbol {
    case .letter(let text): .identifier(text.map(styled).joined(), isUpright: false)
    case .upright(let text): .identifier(text.map(styled).joined(), isUpright: true)
    case .symbol(let text, let role): .symbol(MathOperator(text, role))
    case .function(let name): .function(name)
    case .space(let width): .space(width)
    }
  }

  // MARK: - Letters and words

  private mutating func styled(
    _ style: LetterStyle, _ token: TeXToken
  ) throws(FormulaProblem) -> MathNode {
    let before = self.style
    self.style = style
    defer { self.style = before }
    return try argument(of: token)
  }

  /// Text as it is written, with signs behind a backslash.
  private mutating func words(of token: TeXToken) throws(FormulaProblem) -> String {
    var words = ""
    var isEscaped = false
    for character in try rawArgument(of: token) {
      if isEscaped, character.isLetter {
        throw FormulaProblem(
          "a command within \\text", at: token.range, help: "end the text before it")
      }
      if !isEscaped, "$#&".contains(character) {
        throw FormulaProblem(
          "'\(character)' within \\text", at: token.range, help: "write \\\(character) for the sign"
        )
      }
      if isEscaped || !"\\{}~".contains(character) { words.append(character) }
      if !isEscaped, character == "~" { words.append("\u{A0}") }
      isEscaped = character == "\\" && !isEscaped
    }
    return words
  }

  private mutating func emphasizedWords(
    _ name: String, _ token: TeXToken
  ) throws(FormulaProblem) -> MathNode {
    let words = try words(of: token)
    let style = name == "textbf" ? LetterStyle.bold : .italic
    return .text(String(words.map(style.styled)))
  }

  /// A function with a name of one's own; with a star, one that takes limits.
  private mutating func operatorName(_ token: TeXToken) throws(FormulaProblem) -> MathNode {
    let takesLimits = take("*")
    let name = try rawArgument(of: token).filter { $0 != "\\" && $0 != "," }
    return takesLimits ? .symbol(MathOperator(name, .limitFunction)) : .function(name)
  }

  static let accents: [String: String] = [
    "hat": "^", "widehat": "^", "bar": "¯", "tilde": "~", "widetilde": "~",
    "vec": "→", "overrightarrow": "→", "dot": "˙", "ddot": "¨", "check": "ˇ", "breve": "˘",
    "acute": "´", "grave": "`", "overbrace": "⏞",
  ]
  private static let stretched: Set = [
    "widehat", "widetilde", "overrightarrow", "overbrace",
  ]

  // MARK: - Fractions and roots

  private mutating func fraction(
    _ name: String, _ token: TeXToken
  ) throws(FormulaProblem) -> MathNode {
    let above = try argument(of: token)
    let fraction = MathNode.fraction(above, try argument(of: token), hasLine: true)
    return name == "frac" ? fraction : .styled(isDisplayed: name != "tfrac", fraction)
  }

  private mutating func root(_ token: TeXToken) throws(FormulaProblem) -> MathNode {
    var index: MathNode?
    if take("[") {
      index = try deeper(token.range) { parser throws(FormulaProblem) in
        try parser.row(endsAtBracket: true)
      }
      guard take("]") else {
        throw FormulaProblem(
          "the index of a root that is not closed", at: token.range, help: "close it with ]")
      }
    }
    return .root(try argument(of: token), index: index)
  }

  // MARK: - What is not known

  private static func unknown(_ name: String, _ token: TeXToken) -> FormulaProblem {
    let near =
      advice[name] == nil && name.count <= 24 ? suggestion(for: name, among: names) : nil
    let help = advice[name] ?? near.map { "did you mean \\\($0)?" }
    return FormulaProblem(
      "unknown command '\\\(name)' in a formula", at: token.range,
      help: help ?? "write it with commands of LaTeX's mathematics, or as \\text{…}",
      replacement: near.map { "\\\($0)" })
  }

  /// What to write in place of commands that set no formula.
  private static let advice: [String: String] = [
    "label": "delete it: the page numbers no formulas",
    "tag": "delete it: the page numbers no formulas",
    "color": "delete it: formulas have the colour of the text",
    "textcolor": "delete it: formulas have the colour of the text",
    "newcommand": "write the formula out", "def": "write the formula out",
    "rm": "write \\mathrm{…}", "bf": "write \\mathbf{…}", "it": "write \\mathit{…}",
    "over": "write \\frac{…}{…}",
  ]

  private static let names: [String] =
    (Array(TeXSymbol.all.keys) + LetterStyle.commands + Array(accents.keys)
    + Array(sizes.keys) + [
      "overline", "underline", "underbrace",
      "frac", "dfrac", "tfrac", "binom", "sqrt", "text", "operatorname", "overset", "underset",
      "left", "right", "middle", "begin", "end", "displaystyle", "textstyle", "limits", "nolimits",
    ]).filter { $0.first?.isLetter ?? false }.sorted()
}
