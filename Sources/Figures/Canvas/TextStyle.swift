/// Size, weight and figures of a text.
package struct TextStyle: Sendable, Equatable {
  /// The font size in CSS pixels.
  package let size: Double
  package let isBold: Bool
  /// Whether all figures are equally wide, so that they align in columns.
  package let isTabular: Bool

  package init(size: Double, isBold: Bool = false, isTabular: Bool = false) {
    self.size = size
    self.isBold = isBold
    self.isTabular = isTabular
  }
}

/// The fonts of all figures.
package enum Typography {
  /// Families in order of preference.
  static let families = "Inter, Noto Sans, DejaVu Sans, sans-serif"

  /// How wide a figure is unless it is told otherwise, in CSS pixels.
  package static let measure = 560.0
  /// How wide figures are drawn again for phones: a screen of 390 CSS pixels without its margins.
  package static let phone = 350.0
  /// Below this width figures put side by side one below the other.
  static let narrow = 440.0

  /// The figure's title.
  package static let title = TextStyle(size: 18, isBold: true)
  /// Labels of marks and axes.
  package static let label = TextStyle(size: 16)
  /// Labels that carry the message.
  package static let strong = TextStyle(size: 16, isBold: true)
  /// Numbers in a column.
  package static let column = TextStyle(size: 16, isTabular: true)
  /// Labels that add detail.
  package static let detail = TextStyle(size: 14)
}

/// How a text lies beside the point it is drawn at.
package enum TextAnchor: Sendable {
  case start
  case middle
  case end
}

/// A text as it was drawn, with the box around its ink in CSS pixels.
package struct PlacedText: Sendable, Equatable {
  package let text: String
  package let bounds: Rect
}
