/// What became of each of some things, found by name and kept in their order.
package struct Outcomes<ID: Hashable & Sendable, Outcome: Equatable & Sendable>: Sendable {
  /// In the order of the notebook.
  package let ids: [ID]
  private let outcomes: [ID: Outcome]

  /// Takes names with outcomes in order; the first of two with one name counts.
  package init(_ pairs: [(ID, Outcome)]) {
    outcomes = Dictionary(pairs) { first, _ in first }
    var seen: Set<ID> = []
    ids = pairs.map(\.0).filter { seen.insert($0).inserted }
  }

  /// The outcome of a name; `nil` where there is none.
  package subscript(id: ID) -> Outcome? { outcomes[id] }

  /// All outcomes with their names, in order.
  package var pairs: [(id: ID, outcome: Outcome)] {
    ids.compactMap { id in outcomes[id].map { (id, $0) } }
  }

  /// All outcomes, in order.
  package var all: [Outcome] { pairs.map(\.outcome) }
}

extension Outcomes: Equatable {
  package static func == (a: Self, b: Self) -> Bool {
    a.ids == b.ids && a.outcomes == b.outcomes
  }
}
