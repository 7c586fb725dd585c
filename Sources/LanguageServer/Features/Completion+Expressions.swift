import Expressions
import Plan
import Results

// Names, members and formats.

extension Completion {
  func expression(_ text: String) -> (prefix: String, [Item]) {
    let beginning = ExpressionText.beginning(atEndOf: text)
    guard let receiver = beginning.receiver else {
      let functions = BuiltInFunction.all.map { function in
        Item(
          label: function.name, kind: .function, detail: function.signature,
          documentation: function.summary, text: function.name + "(")
      }
      return (beginning.prefix, (notebook.sketch?.steps ?? []).map(item) + functions)
    }
    return (beginning.prefix, members(of: receiver))
  }

  private func members(of receiver: String) -> [Item] {
    guard let schema = notebook.sketch?.schema,
      let type = try? Expression(parsing: receiver).type(in: schema)
    else { return [] }
    var items: [Item] = []
    if case .record(let members) = type {
      items += members.map { member in
        Item(
          label: member.name, kind: .field,
          detail: ValueText.detail(member.type, receiver + "." + member.name, results),
          documentation: member.summary)
      }
    }
    return items
      + BuiltInMember.members(of: type).map { member in
        let isCall = !member.parameters.isEmpty
        return Item(
          label: member.name, kind: isCall ? .method : .field, detail: member.signature,
          documentation: member.summary, text: isCall ? member.name + "(" : nil)
      }
  }

  /// Formats that people use, from the most common one on.
  private static let commonFormats = [
    ".1%", ".2%", ".0%", ",", ".2f", ".3f", ".1f", ".4f", ",.0f", ".3g", ".2e", "d", "+.2f", "05d",
    "x",
  ]

  func formats(of text: String) -> [Item] {
    guard let schema = notebook.sketch?.schema,
      let type = try? Expression(parsing: text).type(in: schema)
    else { return [] }
    return Self.commonFormats.compactMap { format in
      guard let specification = try? FormatSpecification(parsing: format),
        specification.problem(with: type) == nil
      else { return nil }
      let sample = ValueText.value(of: text, results).flatMap { try? specification.format($0) }
      return Item(label: format, kind: .value, detail: sample ?? type.noun)
    }
  }
}
