import FuzzTargets

/// Texts that an editor opens, and asks for the links of.
extension Shape {
  static let opened = [
    opened("links within nothing", "[a](b", after: ")"),
    opened("bracketed links within nothing", "[a](<b", after: ">"),
    opened("definitions within nothing", "]:", before: "[a"),
    opened("definitions behind spaces", " ", after: String(repeating: "]:", count: 1000)),
    opened("footnotes within nothing", "[^b", after: "]"),
    opened("backticks within nothing", "`b``", after: "]"),
    opened(
      "options on a line", "split.a, ", before: "```compare\nof: [", after: "split.a]\n```\n"),
    opened(
      "captions on a line", "'[a](b)', ", before: "```split b\ndev: 1\ntables: [",
      after: "'c']\n```\n"
    ),
    opened("links that lead to steps", "[a](#step:split) "),
    numbered("messages of no meaning", .message) { #"{"method":"$/\#($0)"}"# + "\n" },
  ]

  private static func opened(
    _ name: String, _ piece: String, before: String = "", after: String = ""
  ) -> Shape {
    Shape(name: "\(name), in an editor", target: .message, count: 1000) { count in
      let text =
        "```split\ndev: 1\n```\n\n" + before + String(repeating: piece, count: count) + after
      let place = ##""uri":"file:///nowhere/x.md""##
      let document = ##"{\##(place),"version":1,"text":"\##(escaped(text))"}"##
      let open = ##"{"method":"textDocument/didOpen","params":{"textDocument":\##(document)}}"##
      let method = ##""method":"textDocument/documentLink""##
      let ask = ##"{"id":1,\##(method),"params":{"textDocument":{\##(place)}}}"##
      return Array("\(open)\n\(ask)\n".utf8)
    }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }
}
