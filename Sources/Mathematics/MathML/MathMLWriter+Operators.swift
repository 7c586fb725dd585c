extension MathMLWriter {
  mutating func write(_ symbol: MathOperator) {
    element("mo", attributes(of: symbol), symbol.text)
  }

  private func attributes(of symbol: MathOperator) -> String {
    switch symbol.size {
    case .grown:
      return " stretchy=\"true\" symmetric=\"true\"" + form(of: symbol.role)
    case .fixed(let height):
      return " stretchy=\"true\" symmetric=\"true\" minsize=\"\(height)\" maxsize=\"\(height)\""
        + form(of: symbol.role)
    case .natural: break
    }
    let close = " lspace=\"0\" rspace=\"0\""
    return switch symbol.role {
    case .opening, .closing: " stretchy=\"false\"" + form(of: symbol.role)
    case .binary, .relation:
      (symbol.role == .relation && Self.stretching.contains(symbol.text)
        ? " stretchy=\"false\"" : "")
        + (scriptLevel > 0 ? close : "")
    case .ordinary: " stretchy=\"false\"" + close
    case .limitFunction: " movablelimits=\"true\" lspace=\"0\" rspace=\"0.1667em\""
    case .punctuation: symbol.text == ":" ? " lspace=\"0\" rspace=\"0.1667em\"" : ""
    case .large, .integral: ""
    }
  }

  /// Relations that browsers would stretch: bars and arrows.
  private static let stretching: Set = [
    "∣", "∥", "→", "←", "↔", "⇒", "⇐", "⇔", "⟹", "⟸", "⟺", "↦", "⟶", "⟵", "⟼", "↑", "↓", "↕",
  ]

  private func form(of role: MathOperator.Role) -> String {
    switch role {
    case .opening: " form=\"prefix\""
    case .closing: " form=\"postfix\""
    case .relation: " form=\"infix\""
    default: ""
    }
  }

  /// Blanks at the ends, which browsers would drop.
  static func withHardBlanks(_ text: String) -> String {
    let head = text.prefix { $0 == " " }.map { _ in Character("\u{A0}") }
    let rest = text.dropFirst(head.count)
    let tail = rest.reversed().prefix { $0 == " " }.map { _ in Character("\u{A0}") }
    return String(head) + rest.dropLast(tail.count) + String(tail)
  }

  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value):
        result.unicodeScalars.append("\u{FFFD}")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
