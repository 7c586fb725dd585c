/// A colour of the sRGB space.
package struct Colour: Sendable, Hashable {
  package let red: UInt8
  package let green: UInt8
  package let blue: UInt8

  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// The colour `0xRRGGBB`.
  package init(_ hex: UInt32) {
    self.init(
      red: UInt8(truncatingIfNeeded: hex >> 16), green: UInt8(truncatingIfNeeded: hex >> 8),
      blue: UInt8(truncatingIfNeeded: hex))
  }

  /// The colour as `0x00RRGGBB`.
  package var pixel: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }

  /// The colour as style sheets write it: "#16181d".
  package var hex: String {
    let figures = String(pixel, radix: 16)
    return "#" + String(repeating: "0", count: 6 - figures.count) + figures
  }

  /// Red, green and blue in 0...1, as sRGB encodes them.
  var unit: (red: Double, green: Double, blue: Double) {
    (Double(red) / 255, Double(green) / 255, Double(blue) / 255)
  }
}

extension Colour {
  /// The relative luminance in 0...1, as WCAG 2.2 defines it.
  package var luminance: Double {
    let linear = LinearRGB(self)
    return 0.2126 * linear.red + 0.7152 * linear.green + 0.0722 * linear.blue
  }

  /// The contrast ratio between two colours in 1...21, as WCAG 2.2 defines it.
  package func contrast(with other: Colour) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// The first of `choices` that text of this background can be read in, else black or white.
  package func readableText(preferring choices: [Colour]) -> Colour {
    let readable = choices.first { $0.contrast(with: self) >= 4.5 }
    let black = Colour(0x000000)
    let white = Colour(0xFFFFFF)
    return readable ?? (black.contrast(with: self) >= white.contrast(with: self) ? black : white)
  }
}
