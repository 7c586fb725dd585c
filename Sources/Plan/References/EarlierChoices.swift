package import Language
package import Results

/// A choice by a set of examples, and the step that makes it.
package struct EarlierChoice: Sendable, Equatable {
  package let step: StepID
  let act: Act

  enum Act: Sendable, Equatable {
    case choosing(SetChoice.Use)
    /// It stands for all that come after it, too.
    case first(of: Int)
  }

  /// What the step does with the set, as a table says it.
  package var words: Words {
    switch act {
    case .choosing(.judges(let model)): "judges \(model)"
    case .choosing(.stopsEarly): "keeps the weights that are best on it"
    case .choosing(.best(let count)): "tells which of \(count) is best on it"
    case .choosing(.learns): "learns from it"
    case .choosing(.watches): "reads it at every report"
    case .first(let count): "is the first of \(count) more"
    }
  }

  /// Whether it is what the training of the network that is judged does with the set.
  var isOfTraining: Bool { [.choosing(.learns), .choosing(.watches)].contains(act) }
}

/// The choices by a set of examples that steps above another one make, in their order.
///
/// Every evaluation tells those before it: so that a notebook of thousands takes no longer than its
/// text allows, they are told up to a number, and the rest counted.
package struct EarlierChoices: Sendable, Equatable, Sequence {
  /// Choices that are told one by one at most.
  static let mostListed = 50

  /// How many there are.
  package let count: Int
  private let listed: [EarlierChoice]

  /// Takes how many choices there are, and as many of the first of them as may be listed, and one.
  init(count: Int, first: [(step: StepID, use: SetChoice.Use)]) {
    self.count = count
    listed = first.prefix(Self.mostListed + 1).enumerated().map { place, choice in
      let isLast = place == Self.mostListed && count > place + 1
      return EarlierChoice(
        step: choice.step, act: isLast ? .first(of: count - place) : .choosing(choice.use))
    }
  }

  package var isEmpty: Bool { count == 0 }

  /// The choices that are listed; the last one may stand for more.
  package func makeIterator() -> IndexingIterator<[EarlierChoice]> { listed.makeIterator() }
}

/// The choices of all steps so far, found by their sets.
struct ChoiceDirectory: Sendable {
  /// How many choices there are, and as many of the first of them as may be listed, and one.
  typealias Found = (count: Int, first: [(step: StepID, use: SetChoice.Use)])

  private struct Choice {
    /// How many were added before.
    let number: Int
    /// The place of the step that makes it.
    let place: Int
    let step: StepID
    let use: SetChoice.Use
  }

  private struct ChoicesOfSet {
    /// The places of the steps that make them, in order, once for each choice.
    var all: [Int] = []
    /// Likewise of those that judge a network.
    var judging: [StepID: [Int]] = [:]
    /// The choices, with no more readings of one network than are listed.
    var first: [Choice] = []

    mutating func append(_ choice: Choice) {
      all.append(choice.place)
      if case .judges(let model) = choice.use {
        judging[model, default: []].append(choice.place)
        guard judging[model, default: []].count <= EarlierChoices.mostListed + 1 else { return }
      }
      first.append(choice)
    }
  }

  private var sets: [SetReference: ChoicesOfSet] = [:]
  private var count = 0

  /// Adds those of a step at a place, which stands below all that were added before.
  mutating func append(_ choices: [SetChoice], of step: StepID, at place: Int) {
    for choice in choices {
      sets[choice.set, default: ChoicesOfSet()].append(
        Choice(number: count, place: place, step: step, use: choice.use))
      count += 1
    }
  }

  /// The choices by some sets above a place, in their order, but for readings of one network.
  func choices(
    above place: Int, exceptOf model: StepID, by isWanted: (SetReference) -> Bool
  ) -> Found {
    var (count, first): (Int, [Choice]) = (0, [])
    for (set, choices) in sets where isWanted(set) {
      count +=
        choices.all.count(below: place) - (choices.judging[model] ?? []).count(below: place)
      let others = choices.first.lazy.filter { $0.use != .judges(model) }
      first += others.prefix { $0.place < place }.prefix(EarlierChoices.mostListed + 1)
    }
    first.sort { $0.number < $1.number }
    return (count, first.prefix(EarlierChoices.mostListed + 1).map { ($0.step, $0.use) })
  }
}
