/// What became of each of some things, found by name and kept in their order.
package struct Outcomes<ID: Hashable & Sendable, Outcome: Equatable & Sendable>: Sendable, Equatable
{
  /// In the order of the notebook.
  package let ids: [ID]
  /// All outcomes, in the order of their names.
  package let all: [Outcome]
  private let places: [ID: Int]

  /// Takes names with outcomes in order; the first of two with one name counts.
  package init(_ pairs: [(ID, Outcome)]) {
    var places: [ID: Int] = [:]
    var kept: [(id: ID, outcome: Outcome)] = []
    for (id, outcome) in pairs where places[id] == nil {
      places[id] = kept.count
      kept.append((id, outcome))
    }
    ids = kept.map(\.id)
    all = kept.map(\.outcome)
    self.places = places
  }

  /// The outcome of a name; `nil` where there is none.
  package subscript(id: ID) -> Outcome? { places[id].map { all[$0] } }

  /// All outcomes with their names, in order.
  package var pairs: [(id: ID, outcome: Outcome)] {
    zip(ids, all).map { (id: $0, outcome: $1) }
  }
}
