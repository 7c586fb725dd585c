import Notebook
import Results

/// Which of the images of a load step a set of examples has, as far as the notebook says it.
struct SetExtent: Equatable {
  /// What two sets have in common.
  enum Overlap {
    case nothing
    /// Both are parts of the same images in different orders, so that chance decides.
    case byChance
    case some
    /// All of the first set.
    case all
  }

  private enum Order: Equatable {
    case asLoaded
    case shuffled(UInt32)
  }

  private let load: StepID
  /// Whether they are beyond the labelled ones.
  private let isTest: Bool
  private let order: Order
  private let rows: Range<Int>

  private static let all = 0..<Int.max
  private var isWhole: Bool { rows == Self.all }

  /// - Parameters:
  ///   - part: the rows of the set that are meant; `nil` for all of it.
  ///   - seed: that of the run.
  init?(_ set: SetReference, _ part: ClosedRange<Int>?, in directory: StepDirectory, seed: UInt32) {
    let whole: Range<Int>
    switch directory[set.step.name]?.declaration {
    case is Load:
      (load, isTest, order) = (set.step, set.set == .test, .asLoaded)
      whole = Self.all
    case let split as Split:
      (load, isTest) = (split.examples, false)
      order = split.shuffle ? .shuffled(split.seed ?? seed) : .asLoaded
      whole = set.set == .dev ? 0..<split.dev : split.dev..<Int.max
    default: return nil
    }
    guard let part else {
      rows = whole
      return
    }
    let first = whole.lowerBound + part.lowerBound
    rows = (first..<first + part.count).clamped(to: whole)
  }

  /// How much of this set is in another.
  func overlap(with other: SetExtent) -> Overlap {
    guard load == other.load, isTest == other.isTest else { return .nothing }
    if other.isWhole { return .all }
    if isWhole { return .some }
    guard order == other.order else { return .byChance }
    guard rows.overlaps(other.rows) else { return .nothing }
    return rows.clamped(to: other.rows) == rows ? .all : .some
  }
}

extension Scope {
  /// How much of a set, or of some of its rows, is in another one.
  func overlap(
    of set: SetReference, rows: ClosedRange<Int>? = nil, with other: SetReference
  ) -> SetExtent.Overlap {
    let seed = overrides.seed ?? notebook.frontMatter.seed
    guard let own = SetExtent(set, rows, in: directory, seed: seed),
      let other = SetExtent(other, nil, in: directory, seed: seed)
    else { return .nothing }
    return own.overlap(with: other)
  }
}
