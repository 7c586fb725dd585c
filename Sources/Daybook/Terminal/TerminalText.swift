import VisibleText

/// Text that may be written on a terminal: the program's own words, and words from outside with
/// their control characters written out.
///
/// What a string literal says is the program's own; what is put into it comes from outside, unless
/// it is text of this type or said to be safe.
struct TerminalText: ExpressibleByStringInterpolation {
  fileprivate(set) var text: String

  init(stringLiteral text: String) { self.text = text }
  init(stringInterpolation text: StringInterpolation) { self.text = text.text }

  var isEmpty: Bool { text.isEmpty }

  /// Text that holds nothing from outside, or in which that is written out already.
  init(safe text: String) { self.text = text }

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
