import FuzzTargets

/// Blocks of prose.
extension Shape {
  static let blocks = [
    text("headings of hyphens", "-", before: "# "),
    text("equal headings", "# a\n\n"),
    numbered("headings") { "# a \($0)\n\n" },
    text("nested quotes", ">", after: "a"),
    text("nested lists", "- ", after: "a"),
    text("blank lines in nested lists", "\n", before: String(repeating: "- ", count: 90) + "a\n"),
    Shape(name: "nested lists line by line", target: .prose, count: 45) { count in
      Array((0..<count).map { String(repeating: "  ", count: $0) + "- a\n" }.joined().utf8)
    },
    text("items", "- a\n"),
    text("tasks", "- [ ] a\n"),
    Shape(name: "a wide table", target: .prose, count: 400) { count in
      let row = String(repeating: "|a", count: count)
      return Array("\(row)|\n\(String(repeating: "|-", count: count))|\n\(row)|\n".utf8)
    },
    Shape(name: "a table with little in it", target: .prose, count: 100) { count in
      let head = String(repeating: "|a", count: count) + "|\n"
      let row = String(repeating: "|-", count: count) + "|\n"
      return Array((head + row + String(repeating: "|b|\n", count: count)).utf8)
    },
    text("rows", "|`{train.a}`|b|\n", before: "|a|b|\n|-|-|\n"),
    text("lines that would be tables", "a\n|-|-|\n"),
    Shape(name: "a wide reference", target: .prose, count: 1000) { count in
      let address = String(repeating: "x", count: 4 * count)
      return Array("[a]: \(address)\n\n\(String(repeating: "[a] ", count: count))".utf8)
    },
    Shape(name: "a reference with a long title", target: .prose, count: 1000) { count in
      let title = String(repeating: "x ", count: 2 * count)
      return Array("[a]: b \"\(title)\"\n\n\(String(repeating: "![a] ", count: count))".utf8)
    },
    numbered("references") { "[a\($0)]: b\n[a\($0)]\n\n" },
    text("unclosed titles", "[a]: b (\n"),
    text("references without blanks", "[a]:"),
    Shape(name: "citations of a long work", target: .prose, count: 1000) { count in
      let work = String(repeating: "word ", count: count)
      let text = String(repeating: "[^k] ", count: count)
      return Array("---\nreferences:\n  k: \"\(work)\"\n---\n\n\(text)\n".utf8)
    },
    numbered("footnotes") { "[^\($0)] a\n\n[^\($0)]: b\n\n" },
    numbered("lost footnotes") { "[^\($0)]: b\n\n" },
    text("HTML blocks", "<div>\n\n"),
    text("empty fences", "```\n```\n"),
    numbered("steps", count: 200) { "```source s\($0)\nfile: a\nlines: 1-2\n```\n" },
    numbered("missing images", count: 500) { "![](no/such/\($0).png) " },
  ]
}
