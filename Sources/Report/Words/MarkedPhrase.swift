import Language

/// A phrase whose gaps are filled with markup.
func markedPhrase(_ english: String, _ values: HTML...) -> HTML {
  let pieces = Phrases.inUse.pieces(english)
  return pieces.enumerated().map { place, piece -> HTML in
    place < values.count && place + 1 < pieces.count ? "\(piece)\(values[place])" : "\(piece)"
  }.joined()
}
