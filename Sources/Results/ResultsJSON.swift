/// Writes `results.json`: every value of a run by its dotted name, the same bytes for the same run.
///
/// One flat object (RFC 8259), names in the order of the notebook. A proportion `dev.accuracy` is
/// its number, followed by `dev.accuracy.low`, `.high`, `.count` and `.total`; a record is its
/// members; a confusion matrix is its rows of counts. Within lists a proportion is its number. What
/// a run cannot know, and numbers that JSON cannot write, are `null`.
package func resultsJSON(steps: [(name: String, result: StepResult)]) -> String {
  let all = steps.flatMap { step in
    step.result.values.flatMap { field in
      entries(of: field.value, called: "\(step.name).\(field.name)")
    }
  }
  guard !all.isEmpty else { return "{}\n" }
  let lines = all.map { "  \(jsonText($0.name)): \($0.text)" }
  return "{\n\(lines.joined(separator: ",\n"))\n}\n"
}

/// A name with its value as JSON.
private typealias Entry = (name: String, text: String)

private func entries(of value: Value, called name: String) -> [Entry] {
  switch value {
  case .proportion(let proportion):
    [
      (name, jsonNumber(proportion.value)),
      (name + ".low", jsonNumber(proportion.low)),
      (name + ".high", jsonNumber(proportion.high)),
      (name + ".count", String(proportion.count)),
      (name + ".total", String(proportion.total)),
    ]
  case .record(let fields):
    fields.flatMap { entries(of: $0.value, called: "\(name).\($0.name)") }
  case .confusion(let matrix):
    [(name, jsonLines(matrix.counts.map { jsonList($0.map(String.init)) }))]
  case .list(let items) where items.contains(where: \.isCompound):
    [(name, jsonLines(items.map(jsonInline)))]
  default:
    [(name, jsonInline(value))]
  }
}

/// A value within one line.
private func jsonInline(_ value: Value) -> String {
  switch value {
  case .boolean(let boolean): boolean ? "true" : "false"
  case .integer(let integer): String(integer)
  case .number(let number): jsonNumber(number)
  case .text(let text): jsonText(text)
  case .proportion(let proportion): jsonNumber(proportion.value)
  case .confusion(let matrix): jsonList(matrix.counts.map { jsonList($0.map(String.init)) })
  case .list(let items): jsonList(items.map(jsonInline))
  case .record(let fields):
    "{" + fields.map { "\(jsonText($0.name)): \(jsonInline($0.value))" }.joined(separator: ", ")
      + "}"
  case .unknown: "null"
  }
}

private func jsonList(_ items: [String]) -> String {
  "[" + items.joined(separator: ", ") + "]"
}

/// A list with a line for each item.
private func jsonLines(_ items: [String]) -> String {
  guard !items.isEmpty else { return "[]" }
  return "[\n" + items.map { "    \($0)" }.joined(separator: ",\n") + "\n  ]"
}

/// The fewest digits that read back as the same number; JSON has no infinities.
private func jsonNumber(_ number: Double) -> String {
  number.isFinite ? String(describing: number) : "null"
}

extension Value {
  /// Whether the value is made of others, so that it deserves a line of its own.
  fileprivate var isCompound: Bool {
    switch self {
    case .list, .record, .confusion: true
    default: false
    }
  }
}
