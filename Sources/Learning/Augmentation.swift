/// How the images of a training are changed, anew for each example and epoch, so that a network meets
/// none twice.
///
/// Each is drawn uniformly between minus and plus its amount, and written with it: `shift 2`.
package struct Augmentation: Sendable, Hashable {
  package let kind: Kind
  package let amount: Double

  package enum Kind: String, CaseIterable, Sendable {
    /// Along both axes, in pixels.
    case shift
    /// Around the middle, in degrees.
    case rotate
    /// By a share of the size, around the middle.
    case scale
    /// Rows against one another, in degrees.
    case shear
    /// Each place by itself, along a smooth field, in pixels.
    ///
    /// P. Y. Simard, D. Steinkraus and J. C. Platt, "Best practices for convolutional neural networks
    /// applied to visual document analysis", ICDAR (2003).
    case elastic

    /// The largest amount.
    package var most: Double {
      switch self {
      case .shift, .elastic: 64
      case .rotate: 180
      case .scale: 0.9
      case .shear: 60
      }
    }
  }

  package init(_ kind: Kind, _ amount: Double) {
    self.kind = kind
    self.amount = amount
  }

  /// What one looks like, as in "must be …".
  package static let description =
    "'shift 2' or 'elastic 1' in pixels up to 64, 'rotate 10' up to 180 or 'shear 10' up to 60 "
    + "in degrees, or 'scale 0.1' up to 0.9"

  package var text: String { "\(kind.rawValue) \(amount)" }

  /// Takes one from its words; `nil` where they are none.
  package init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 2, let kind = Kind(rawValue: words[0]), let amount = Double(words[1]),
      amount > 0, amount <= kind.most
    else { return nil }
    self.init(kind, amount)
  }
}
