package import Notebook

/// Places of a text as the protocol counts them: lines from 0, columns in units of UTF-16 from 0.
///
/// Notebooks count characters from 1, of which one may have many units.
package struct ProtocolPlaces {
  private let lines: [String]
  /// For each line beyond ASCII, where its characters begin and the last one ends, in units.
  private let units: [Int: [Int]]

  package init(_ source: SourceFile) {
    lines = source.lines
    var units: [Int: [Int]] = [:]
    for (number, line) in lines.enumerated() where !line.utf8.allSatisfy({ $0 < 0x80 }) {
      var starts: [Int] = [0]
      var unit = 0
      for character in line {
        unit += character.utf16.count
        starts.append(unit)
      }
      units[number] = starts
    }
    self.units = units
  }

  package func json(_ position: SourcePosition) -> JSON {
    let line = max(0, position.line - 1)
    return ["line": .integer(line), "character": .integer(unit(line, position.column))]
  }

  func json(_ range: SourceRange) -> JSON { ["start": json(range.start), "end": json(range.end)] }

  /// The place of a position in a message, at the end of its line where it is past that.
  package func position(_ json: JSON) -> SourcePosition? {
    guard let line = json["line"].integer, let unit = json["character"].integer, line >= 0,
      unit >= 0
    else { return nil }
    guard lines.indices.contains(line) else {
      return SourcePosition(line: lines.count + 1, column: 1)
    }
    let last = units[line].map { $0.count - 1 } ?? lines[line].utf8.count
    guard let starts = units[line] else {
      return SourcePosition(line: line + 1, column: min(unit, last) + 1)
    }
    // Within a character is at its beginning.
    var (low, high) = (0, last)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= unit { low = middle } else { high = middle - 1 }
    }
    return SourcePosition(line: line + 1, column: low + 1)
  }

  private func unit(_ line: Int, _ column: Int) -> Int {
    guard lines.indices.contains(line) else { return max(0, column - 1) }
    let character = max(0, column - 1)
    guard let starts = units[line] else { return min(character, lines[line].utf8.count) }
    return starts[min(character, starts.count - 1)]
  }
}
