/// Tags that a page does not show, each at its first place: one word about each is enough.
struct RefusedTags {
  /// In the order in which they were met.
  private(set) var found: [(name: String, range: SourceRange)] = []
  private var names: Set<String> = []

  mutating func note(_ name: String, at range: SourceRange) {
    if names.insert(name).inserted { found.append((name, range)) }
  }

  /// What is wrong with them.
  var problems: [Diagnostic] { found.map { RawHTML.problem(ofTag: $0.name, at: $0.range) } }
}
