/// The colours of all figures on one kind of page.
package struct Theme: Sendable {
  /// The page behind the figure; the report's page has the same colour.
  package let background: Colour
  /// Text that carries the message.
  package let ink: Colour
  /// Text of axes and details.
  package let muted: Colour
  /// Lines that help the eye from a mark to its axis.
  package let grid: Colour
  /// Axes and zero lines.
  package let line: Colour
  /// Frames of images.
  package let frame: Colour
  /// What is wrong; never without a sign beside it.
  package let wrong: Colour
  /// Colours that tell series apart.
  package let series: [Colour]
  /// From little to much.
  package let sequential: ColourRamp
  /// From negative through zero in the middle to positive.
  package let diverging: ColourRamp
  /// From paper to ink, for scanned images.
  package let paperToInk: ColourRamp
}

extension Theme {
  // Series are colours of M. Okabe and K. Ito, "Color universal design" (2008), those of its eight
  // that stand out from the page, and the ink. Ramps keep to few steps so that a figure fits into
  // the 256 colours of a palette.

  /// For a light page.
  package static let light = Theme(
    background: Colour(0xFFFFFF), ink: Colour(0x1B1F24), muted: Colour(0x57606A),
    grid: Colour(0xE6E9ED), line: Colour(0x868E98), frame: Colour(0xC6CCD3),
    wrong: Colour(0xB93A00),
    series: [
      Colour(0x0072B2), Colour(0xD55E00), Colour(0x009E73), Colour(0xCC79A7), Colour(0x1B1F24),
    ],
    sequential: ColourRamp(
      [Colour(0xF4F7FB), Colour(0xA9CBE8), Colour(0x3C8DC5), Colour(0x0B4A86)], steps: 33),
    diverging: ColourRamp(
      [
        Colour(0x0B4A86), Colour(0x4C98CC), Colour(0xF6F6F4), Colour(0xE08A3C), Colour(0x8A3800),
      ], steps: 33),
    paperToInk: ColourRamp([Colour(0xFFFFFF), Colour(0x1B1F24)], steps: 10))

  /// For a dark page.
  package static let dark = Theme(
    background: Colour(0x16181D), ink: Colour(0xE9EBEE), muted: Colour(0xA3ABB5),
    grid: Colour(0x2C3037), line: Colour(0x747C87), frame: Colour(0x434A54),
    wrong: Colour(0xFF9255),
    series: [
      Colour(0x56B4E9), Colour(0xE69F00), Colour(0x009E73), Colour(0xCC79A7), Colour(0xE9EBEE),
    ],
    sequential: ColourRamp(
      [Colour(0x1C2027), Colour(0x1D4A73), Colour(0x3D8CC4), Colour(0xB5DCF7)], steps: 33),
    diverging: ColourRamp(
      [
        Colour(0xA8D8F8), Colour(0x2F7CB5), Colour(0x22252B), Colour(0xB5651D), Colour(0xFFC98F),
      ], steps: 33),
    paperToInk: ColourRamp([Colour(0x16181D), Colour(0xE9EBEE)], steps: 10))

  /// The colour of the series at `index` from 0; beyond the last they start again.
  package func colour(ofSeries index: Int) -> Colour {
    series[abs(index) % series.count]
  }
}
