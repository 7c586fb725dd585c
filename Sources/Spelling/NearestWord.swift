/// A search for the word that is nearest to a misspelt one.
///
/// A notebook may have thousands of mistakes, and as many names of any length: so that they take no
/// longer than their text allows, words of more edits than anyone slips are not near, and a search
/// ends once it has read as much as all the names of a large notebook.
struct NearestWord {
  /// The most edits, however long a word is.
  private static let mostEdits = 10
  /// Characters that are compared at most; a word of another length counts as one.
  private static let mostCharacters = 10_000

  private let word: [Character]
  private var limit: Int
  private var table: EditTable
  private var left = Self.mostCharacters
  /// The place of the nearest word so far, the first of those that are as near.
  private(set) var place: Int?

  /// Takes a word in lower case.
  init(to word: [Character]) {
    self.word = word
    limit = min(max(1, word.count / 3), word.count - 1, Self.mostEdits)
    table = EditTable(columns: word.count)
  }

  /// Whether another word may still be compared.
  var goesOn: Bool { left > 0 && limit >= 0 }

  /// Compares a word in lower case.
  mutating func compare(_ other: [Character], at place: Int) {
    guard abs(other.count - word.count) <= limit, other.count <= left else {
      left -= 1
      return
    }
    left -= max(1, other.count)
    guard let distance = table.distance(other, word, atMost: limit) else { return }
    self.place = place
    // From here on only what is nearer counts.
    limit = distance - 1
  }
}

/// The rows of the table by which edits are counted, kept for many words.
struct EditTable {
  private var beforeLast: [Int]
  private var last: [Int]
  private var row: [Int]

  /// Makes room for words of so many characters on the right.
  init(columns: Int) {
    row = [Int](repeating: 0, count: columns + 1)
    last = row
    beforeLast = row
  }

  /// Edits from one word to another; `nil` above `limit`.
  ///
  /// Only what lies within `limit` of the diagonal is computed: what does not takes more edits.
  mutating func distance(_ a: [Character], _ b: [Character], atMost limit: Int) -> Int? {
    guard abs(a.count - b.count) <= limit, b.count < row.count else { return nil }
    let far = limit + 1
    for column in 0...min(far, b.count) { last[column] = column }
    var least = 0
    for line in a.indices {
      let (low, high) = (max(0, line + 1 - limit), min(b.count, line + 1 + limit))
      let before = least
      least = far
      if low > 0 { row[low - 1] = far }
      for column in low...high {
        row[column] = min(far, edits(a, b, line, column))
        least = min(least, row[column])
      }
      if high < b.count { row[high + 1] = far }
      // Later rows follow from these two, and never fall below the lesser of them.
      guard min(least, before) <= limit else { return nil }
      swap(&beforeLast, &last)
      swap(&last, &row)
    }
    return last[b.count] <= limit ? last[b.count] : nil
  }

  /// Edits from the first `line + 1` characters of `a` to the first `column` of `b`.
  private func edits(_ a: [Character], _ b: [Character], _ line: Int, _ column: Int) -> Int {
    guard column > 0 else { return line + 1 }
    let isSame = a[line] == b[column - 1]
    var edits = min(last[column], row[column - 1]) + 1
    edits = min(edits, last[column - 1] + (isSame ? 0 : 1))
    if line > 0, column > 1, a[line] == b[column - 2], a[line - 1] == b[column - 1] {
      edits = min(edits, beforeLast[column - 2] + 1)
    }
    return edits
  }
}
