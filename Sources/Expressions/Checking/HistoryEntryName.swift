/// An entry of a history that an expression names by a number written out.
package struct HistoryEntryName: Sendable, Equatable {
  package enum Place: Sendable, Equatable {
    /// `history[25]`: its place among the entries, from 0; from the end as -1.
    case index(Int)
    /// `history.at(iteration: 250)`.
    case iteration(Int)
  }

  /// The step whose history it is; `nil` where that is not said in so many words.
  package let step: String?
  package let place: Place
  /// The characters of the expression's text, from 0.
  package let range: Range<Int>
}
