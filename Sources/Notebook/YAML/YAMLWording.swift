/// What libYAML says and what we say.
struct YAMLWording {
  let problem: String
  var context = ""
  let message: String
  let help: String?
  /// Whether the mistake is where the construct begins, not where the parser gave up.
  var isAtContext = false
  /// Whether it is where the backslash is that the parser has gone on from.
  var isAtBackslash = false

  /// Whether the colon of a key was looked for, or found where there should be none.
  var isAboutColon: Bool { [Self.misplacedColon, Self.missingColon].contains(problem) }

  func matches(_ problem: String, _ context: String) -> Bool {
    problem == self.problem && (self.context.isEmpty || context == self.context)
  }

  /// A backslash in double quotes that begins nothing.
  private static func escape(_ problem: String) -> YAMLWording {
    YAMLWording(
      problem: problem, context: "while parsing a quoted scalar",
      message: "unknown escape in double quotes",
      help: "write `\\\\` for a backslash, or use single quotes", isAtBackslash: true)
  }

  static let misplacedColon = "mapping values are not allowed in this context"
  static let missingColon = "could not find expected ':'"

  static let all = [
    YAMLWording(
      problem: misplacedColon,
      message: "unexpected ':' in a value", help: "put the value in quotes"),
    YAMLWording(
      problem: missingColon,
      message: "no ':' after the key", help: "write `key: value`", isAtContext: true),
    YAMLWording(
      problem: "did not find expected key",
      message: "expected a key here",
      help: "line the keys up, or put the value above in quotes"),
    YAMLWording(
      problem: "found unexpected end of stream", context: "while scanning a quoted scalar",
      message: "unclosed quote", help: "add the closing quote", isAtContext: true),
    YAMLWording(
      problem: "did not find expected ',' or ']'",
      message: "unclosed list", help: "add the ']'", isAtContext: true),
    YAMLWording(
      problem: "did not find expected ',' or '}'",
      message: "unclosed mapping", help: "add the '}'", isAtContext: true),
    YAMLWording(
      problem: "found character that cannot start any token",
      message: "a value cannot begin with this character", help: "put the value in quotes"),
    YAMLWording(
      problem: "did not find expected alphabetic or numeric character",
      message: "a value cannot begin with '*' or '&'", help: "put the value in quotes"),
    YAMLWording(
      problem: "did not find expected '-' indicator",
      message: "expected '- ' as in the items above", help: "line the items up"),
    YAMLWording(
      problem: "found undefined alias",
      message: "YAML anchors and aliases are not read",
      help: "write the value out, or in quotes if it is text"),
    YAMLWording(
      problem: "but found another document",
      message: "second YAML document", help: "delete the '---' line"),
    escape("found unknown escape character"),
    // Behind `\x`, `\u` and `\U`, as of "C:\Users".
    escape("did not find expected hexdecimal number"),
    escape("found invalid Unicode character escape code"),
    YAMLWording(
      problem: "block sequence entries are not allowed in this context",
      message: "unexpected '- '", help: "write the list as [a, b], or begin it on the next line"),
    YAMLWording(
      problem: "did not find expected <document start>",
      message: "unexpected text after the end", help: "delete it, or put the value in quotes"),
    YAMLWording(
      problem: "did not find expected node content",
      message: "expected a value here", help: "put the value in quotes if it is text"),
    YAMLWording(
      problem: "did not find expected comment or line break",
      message: "unexpected text after '|' or '>'", help: "begin the text on the next line"),
  ]
}
