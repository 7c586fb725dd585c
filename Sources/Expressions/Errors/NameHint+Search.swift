extension NameHint {
  /// What helps with `name`, which is none of `known`.
  ///
  /// `isOperand` tells whether the part after a hyphen could stand on its own right of a minus.
  static func hint(
    for name: String, among known: [String], isOperand: (String) -> Bool
  ) -> NameHint {
    for hyphen in name.indices where name[hyphen] == "-" {
      let left = String(name[..<hyphen])
      let right = String(name[name.index(after: hyphen)...])
      if known.contains(left), Int(right) != nil || isOperand(right) {
        return .subtraction("\(left) - \(right)")
      }
    }
    let limit = name.count < 4 ? 1 : 2
    let nearest = known.map { (name: $0, distance: editDistance(name, $0)) }
      .min { $0.distance < $1.distance }
    if let nearest, nearest.distance <= limit, nearest.distance < name.count {
      return .didYouMean(nearest.name)
    }
    return .known(known)
  }

  /// How many letters to insert, delete, replace or swap with a neighbour to get from `a` to `b`.
  ///
  /// The optimal string alignment distance, of two short names without regard to case.
  private static func editDistance(_ a: String, _ b: String) -> Int {
    let a = Array(a.lowercased())
    let b = Array(b.lowercased())
    guard abs(a.count - b.count) <= 2, a.count <= 100 else { return Int.max }
    var rows = [Array(0...b.count)]
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        let replaced = rows[i][j] + (a[i] == b[j] ? 0 : 1)
        var best = min(replaced, rows[i][j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, rows[i - 1][j - 1] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
