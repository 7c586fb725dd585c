extension String {
  /// The text with another in the place of each of a scalar.
  ///
  /// `replacing` looks for whole characters: to it a comma with an accent on it is none, and to
  /// whoever reads the text byte by byte it is.
  package func replacingScalar(_ scalar: Unicode.Scalar, with replacement: String) -> String {
    var result = String.UnicodeScalarView()
    for other in unicodeScalars {
      if other == scalar {
        result += replacement.unicodeScalars
      } else {
        result.append(other)
      }
    }
    return String(result)
  }
}
