import Notebook

extension OptionDecoder {
  /// Notes captions of tables that the step does not have.
  mutating func expectTables(atMost most: Int) {
    guard let option = step.options.first(where: { $0.key == OptionDocumentation.tables.key })
    else { return }
    guard most > 0 else {
      diagnose(
        "\(step.kind) has no tables", at: option.keyRange, key: option.key,
        help: "leave 'tables' out; 'caption' is shown with every step")
      return
    }
    guard case .list(let items, _) = option.value, items.count > most else { return }
    let fewer = most == 1 ? "no second table" : "no more than \(most) tables"
    diagnose(
      "\(step.kind) '\(step.name)' has \(fewer)", at: items[most].range, key: option.key,
      help: "leave out what is beyond")
  }
}
