/// Reads TeX into nodes, one token ahead.
///
/// Misspelt commands are noted and passed over; what leaves open where things end stops the reading.
struct TeXParser {
  private(set) var problems: [FormulaProblem] = []
  private let tex: String
  let tokens: [TeXToken]
  var index = 0
  private var depth = 0
  /// The alphabet of the letters being read.
  var style: LetterStyle?

  /// Levels of braces and the like within one another, which bounds the recursion of all who come
  /// after, browsers too.
  private static let depthLimit = 50
  /// Misspelt commands that are told.
  private static let mostProblems = 10

  init(_ tex: String) {
    self.tex = tex
    tokens = TeXLexer(tex).tokens
  }

  /// The whole text.
  mutating func formula() -> MathNode {
    do throws(FormulaProblem) {
      let node = try row()
      if token.kind != .end { throw strayEnd(token) }
      if case .row(let nodes) = node, nodes.isEmpty, problems.isEmpty {
        throw FormulaProblem("an empty formula", at: token.range, help: "write TeX, or delete it")
      }
      return node
    } catch {
      problems.append(error)
      return .row([])
    }
  }

  // MARK: - Tokens

  var token: TeXToken { tokens[index] }

  @discardableResult
  mutating func next() -> TeXToken {
    defer { if index < tokens.count - 1 { index += 1 } }
    return tokens[index]
  }

  mutating func take(_ character: Character) -> Bool {
    guard token.isCharacter(character) else { return false }
    next()
    return true
  }

  /// Whether another problem would be told.
  var notesMore: Bool { problems.count < Self.mostProblems }

  mutating func note(_ problem: FormulaProblem) {
    if notesMore { problems.append(problem) }
  }

  /// Reads something one level deeper.
  mutating func deeper<Value>(
    _ place: Range<Int>, _ read: (inout Self) throws(FormulaProblem) -> Value
  ) throws(FormulaProblem) -> Value {
    guard depth < Self.depthLimit else {
      throw FormulaProblem("a formula nested more than \(Self.depthLimit) levels deep", at: place)
    }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  /// The text between two braces, as it is written, without reading it as TeX.
  mutating func rawArgument(of command: TeXToken) throws(FormulaProblem) -> Substring {
    let open = token
    guard take("{") else { throw missing("{…}", behind: command) }
    var level = 1
    while true {
      let closing = next()
      switch closing.kind {
      case .character("{"): level += 1
      case .character("}"): level -= 1
      case .end: throw Self.unclosed(open)
      default: break
      }
      if level == 0 { return slice(open.range.upperBound..<closing.range.lowerBound) }
    }
  }

  func slice(_ range: Range<Int>) -> Substring {
    let start = tex.utf8.index(tex.startIndex, offsetBy: range.lowerBound)
    return tex[start..<tex.utf8.index(start, offsetBy: range.count)]
  }

  // MARK: - Rows

  /// Atoms up to something that ends a row: a brace, `&`, `\\`, `\right`, `\middle` or `\end`.
  ///
  /// - Parameter bracket: whether a bracket ends it, too.
  mutating func row(endsAtBracket bracket: Bool = false) throws(FormulaProblem) -> MathNode {
    var nodes: [MathNode] = []
    while !endsRow(token), !(bracket && token.isCharacter("]")) {
      if let node = try scripted() { nodes.append(node) }
    }
    return nodes.count == 1 ? nodes[0] : .row(nodes)
  }

  private func endsRow(_ token: TeXToken) -> Bool {
    switch token.kind {
    case .end, .character("}"), .character("&"): true
    case .command(let name): Self.rowEnds.contains(name)
    case .character: false
    }
  }

  static let rowEnds: Set = ["\\", "right", "middle", "end"]

  /// An atom with what stands below and above it.
  private mutating func scripted() throws(FormulaProblem) -> MathNode? {
    let isBare = [.character("_"), .character("^"), .character("'")].contains(token.kind)
    guard let base = isBare ? .row([]) : try atom() else { return nil }
    var scripts = Scripts()
    var limits: Bool?
    while true {
      switch token.kind {
      case .character("_"):
        let mark = next()
        guard scripts.sub == nil else { throw Self.double("subscript", mark) }
        scripts.sub = try argument(of: mark)
      case .character("^"):
        let mark = next()
        guard scripts.sup == nil else { throw Self.double("superscript", mark) }
        scripts.sup = try argument(of: mark)
      case .character("'"):
        next()
        scripts.primes += 1
      case .command("limits"):
        next()
        limits = true
      case .command("nolimits"):
        next()
        limits = false
      default:
        return scripts.around(base, limits: limits)
      }
    }
  }
}
