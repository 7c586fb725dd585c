/// How often each true class was taken for each class: `counts[true][predicted]`.
package struct ConfusionMatrix: Sendable, Equatable {
  /// Rows are true classes, columns predicted classes; square.
  package let counts: [[Int]]
  /// One for each class; `nil` where they are numbered from 0.
  package let names: [String]?

  /// Takes a square matrix of counts; `nil` where it is not square or a count is negative.
  package init?(counts: [[Int]], names: [String]? = nil) {
    guard counts.allSatisfy({ $0.count == counts.count && $0.allSatisfy { $0 >= 0 } }) else {
      return nil
    }
    self.counts = counts
    self.names = names?.count == counts.count ? names : nil
  }

  /// Tallies pairs of true and predicted classes, each in `0..<classes`; others are left out.
  package init(classes: Int, truth: [Int], predicted: [Int], names: [String]? = nil) {
    var counts = Array(repeating: Array(repeating: 0, count: classes), count: classes)
    for (t, p) in zip(truth, predicted)
    where (0..<classes).contains(t) && (0..<classes).contains(p) {
      counts[t][p] += 1
    }
    self.counts = counts
    self.names = names?.count == classes ? names : nil
  }

  package var classes: Int { counts.count }

  /// What class `c` is called.
  package func name(_ c: Int) -> String { names?[c] ?? String(c) }

  /// The class of a name; `nil` where there is none.
  package func number(ofClass name: String) -> Int? {
    names?.firstIndex(of: name)
      ?? Int(name).flatMap { names == nil && counts.indices.contains($0) ? $0 : nil }
  }

  /// How many examples were counted.
  package var total: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }

  /// How many were taken for what they are: the diagonal.
  package var correct: Int { counts.indices.reduce(0) { $0 + counts[$1][$1] } }

  /// How many examples there are of class `c`: its row.
  package func support(_ c: Int) -> Int { counts[c].reduce(0, +) }

  /// How many examples were taken for class `c`: its column.
  package func predicted(_ c: Int) -> Int { counts.reduce(0) { $0 + $1[c] } }

  /// Of the examples taken for `c`, the share that are `c`; `nil` where none was.
  package func precision(_ c: Int) -> Proportion? {
    Proportion(count: counts[c][c], of: predicted(c))
  }

  /// Of the examples that are `c`, the share taken for it; `nil` where there is none.
  package func recall(_ c: Int) -> Proportion? {
    Proportion(count: counts[c][c], of: support(c))
  }

  /// The harmonic mean of precision and recall, in 0...1; `nil` where `c` never occurs.
  package func f1(_ c: Int) -> Double? {
    let whole = support(c) + predicted(c)
    return whole > 0 ? 2 * Double(counts[c][c]) / Double(whole) : nil
  }

  /// Two classes taken for one another, in either direction.
  package struct Pair: Sendable, Equatable {
    /// The smaller class.
    package let first: Int
    /// The larger class.
    package let second: Int
    /// Examples of `first` taken for `second`.
    package let firstAsSecond: Int
    /// Examples of `second` taken for `first`.
    package let secondAsFirst: Int

    package var count: Int { firstAsSecond + secondAsFirst }
  }

  /// Every pair of classes, most confused first; ties in the order of the classes.
  package var pairs: [Pair] {
    var pairs: [Pair] = []
    for a in counts.indices {
      for b in counts.indices where a < b {
        pairs.append(
          Pair(first: a, second: b, firstAsSecond: counts[a][b], secondAsFirst: counts[b][a]))
      }
    }
    return pairs.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }.map(\.element)
  }

  /// The rank of a pair among all pairs by how often they are confused, from 1; ties share a rank.
  ///
  /// `nil` where the classes are the same or not in the matrix.
  package func rank(_ a: Int, _ b: Int) -> Int? {
    guard a != b, counts.indices.contains(a), counts.indices.contains(b) else { return nil }
    let own = counts[a][b] + counts[b][a]
    return 1 + pairs.count { $0.count > own }
  }
}
