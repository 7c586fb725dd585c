import VisibleText

/// Text that may be written on a terminal: the program's own words, and words from outside with
/// their control characters written out.
///
/// What a string literal says is the program's own; what is put into it comes from outside, unless
/// it is text of this type or said to be safe.
struct TerminalText: ExpressibleByStringInterpolation {
  fileprivate(set) var text: String
  /// Whether programs read it, as JSON or commands to GitHub's runner.
  private(set) var isForPrograms = false

  init(stringLiteral text: String) { self.text = text }
  init(stringInterpolation text: StringInterpolation) { self.text = text.text }

  var isEmpty: Bool { text.isEmpty }

  /// Text that holds nothing from outside, or in which that is written out already.
  init(safe text: String) { self.text = text }

  /// What programs read, with nothing from outside but what is escaped as they expect.
  init(forPrograms text: String) {
    self.text = text
    isForPrograms = true
  }

  /// JSON, in which what GitHub's runner takes for a command stands within strings alone.
  init(json text: String) {
    self.init(forPrograms: text.replacing("##[", with: "##\\u005b"))
  }

  /// Text of several lines from outside; their ends stay.
  init(lines text: some StringProtocol) {
    self.text = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { makingControlsVisible(String($0)) }.joined(separator: "\n")
  }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) { text += literal }
    mutating func appendInterpolation(_ text: TerminalText) { self.text += text.text }
    mutating func appendInterpolation(_ value: some Any) {
      text += makingControlsVisible("\(value)")
    }
  }

  static func + (a: Self, b: Self) -> Self { Self(safe: a.text + b.text) }
}
