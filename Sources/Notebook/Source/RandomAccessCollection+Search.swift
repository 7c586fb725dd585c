extension RandomAccessCollection where Index == Int {
  /// The first index whose element passes a test that all later ones pass too; the end for none.
  package func partitioningIndex(where passes: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if passes(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Array where Element: Equatable {
  /// Where the first stretch begins that equals another array, which has elements; `nil` for none.
  ///
  /// The search of Knuth, Morris and Pratt, which goes back over neither of the two: a line may be as
  /// long as the notebook, and nearly hold what is looked for at each of its places.
  func firstIndex(ofStretch wanted: [Element]) -> Int? {
    guard !wanted.isEmpty, wanted.count <= count else { return nil }
    // How much of what is wanted is there still, where it does not go on after so many elements.
    var kept = [0]
    var found = 0
    for element in wanted.dropFirst() {
      while found > 0, element != wanted[found] { found = kept[found - 1] }
      if element == wanted[found] { found += 1 }
      kept.append(found)
    }
    found = 0
    for (index, element) in enumerated() {
      while found > 0, element != wanted[found] { found = kept[found - 1] }
      if element == wanted[found] { found += 1 }
      if found == wanted.count { return index + 1 - found }
    }
    return nil
  }
}
