extension Report {
  /// Where a link to another notebook of the same folder leads from the page: to its report, which
  /// lies in a folder beside this one's.
  ///
  /// `nil` for any other link.
  package static func reportOfNotebook(_ destination: String, page: String = "index.html")
    -> String?
  {
    guard destination.hasSuffix(".md"), destination.count > 3, !destination.hasPrefix("."),
      destination.unicodeScalars.allSatisfy({ scalar in
        scalar.properties.isAlphabetic || "0123456789-_.".unicodeScalars.contains(scalar)
      })
    else { return nil }
    return "../\(destination.dropLast(3))/\(page)"
  }
}
