/// Where the characters of a text stand in the file that it was taken out of.
///
/// A text over several lines, or with escapes in it, does not stand there in one stretch.
package struct TextPlaces: Sendable, Equatable {
  private struct Stretch: Equatable {
    /// The number of its first character, from 0.
    let first: Int
    let start: SourcePosition
  }

  private let stretches: [Stretch]
  /// Just past the last character.
  private let end: SourcePosition
  private let count: Int
  /// The stretch that all of it is said to stand in, where it cannot be found.
  private var container: SourceRange?

  /// A text that stands in the file as it is, on one line.
  package init(_ range: SourceRange) {
    stretches = [Stretch(first: 0, start: range.start)]
    end = range.end
    count = max(0, range.end.column - range.start.column)
  }

  /// A text that is written on one line as it is, or in quotes without escapes.
  ///
  /// Of one that is written in another way, it is only known where it must be.
  package init(of text: String, writtenIn range: SourceRange) {
    let marks = range.end.column - range.start.column - text.count
    guard range.start.line == range.end.line, marks == 0 || marks == 2 else {
      self.init(somewhereIn: range)
      return
    }
    let start = range.start.advanced(by: marks / 2)
    self.init(SourceRange(start, start.advanced(by: text.count)))
  }

  /// A text of which it is only known where it must be.
  init(somewhereIn range: SourceRange) {
    self.init(range)
    container = range
  }

  /// Takes the place of each character, in order, and where the text ends.
  init(_ positions: [SourcePosition], end: SourcePosition) {
    var stretches: [Stretch] = []
    for (number, position) in positions.enumerated() {
      if let last = stretches.last, last.start.advanced(by: number - last.first) == position {
        continue
      }
      stretches.append(Stretch(first: number, start: position))
    }
    self.stretches = stretches
    self.end = end
    count = positions.count
  }

  /// Where all of the text stands.
  package var whole: SourceRange { range(of: 0..<count) }

  /// Where some characters stand, at least one of them; the end of the text for what is past it.
  package func range(of characters: Range<Int>) -> SourceRange {
    if let container { return container }
    let start = position(of: characters.lowerBound)
    guard characters.count > 1 else {
      return SourceRange(start, start.advanced(by: 1))
    }
    let last = position(of: characters.upperBound - 1)
    return SourceRange(start, last.advanced(by: 1))
  }

  private func position(of character: Int) -> SourcePosition {
    guard character < count || count == 0 else { return end }
    let next = stretches.partitioningIndex { $0.first > character }
    guard next > 0 else { return stretches.first?.start ?? end }
    let stretch = stretches[next - 1]
    return stretch.start.advanced(by: character - stretch.first)
  }
}
