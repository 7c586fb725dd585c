import Figures
import Testing

@Suite struct ColourTests {
  static let themes = [("light", Theme.light), ("dark", Theme.dark)]

  /// Ratios that WebAIM's contrast checker gives.
  @Test(
    arguments: [
      (0x000000, 0xFFFFFF, 21.0), (0x767676, 0xFFFFFF, 4.54), (0x0072B2, 0xFFFFFF, 5.19),
      (0xFF0000, 0xFFFFFF, 4.0), (0x777777, 0x777777, 1.0),
    ] as [(UInt32, UInt32, Double)])
  func contrastFollowsWCAG(_ one: UInt32, _ other: UInt32, _ ratio: Double) {
    #expect(abs(Colour(one).contrast(with: Colour(other)) - ratio) < 0.01)
  }

  @Test func hexIsWrittenWithSixFigures() {
    #expect(Colour(0x00_0A0B).hex == "#000a0b")
    #expect(Theme.light.background.hex == "#ffffff")
    #expect(Theme.dark.background.hex == "#16181d")
  }

  @Test(arguments: themes)
  func textAndMarksStandOutFromThePage(_ name: String, _ theme: Theme) {
    for text in [theme.ink, theme.muted, theme.wrong] {
      #expect(text.contrast(with: theme.background) >= 4.5)
    }
    for mark in theme.series + [theme.line] {
      #expect(mark.contrast(with: theme.background) >= 3)
    }
  }

  /// A distance of 10 in CIELAB is seen at a glance; lines need more than areas.
  @Test(arguments: themes)
  func seriesAreToldApartByEveryKindOfSight(_ name: String, _ theme: Theme) {
    for sight in Sight.allCases {
      for (index, one) in theme.series.enumerated() {
        for other in theme.series.dropFirst(index + 1) {
          let distance = sight.sees(one).distance(to: sight.sees(other))
          #expect(distance >= 15, "\(one.hex) and \(other.hex) to \(sight)")
        }
      }
    }
  }

  @Test(arguments: themes)
  func signsOfWeightsAreToldApartByEveryKindOfSight(_ name: String, _ theme: Theme) {
    let scale = ColourScale.diverging(upTo: 1, theme.diverging)
    for sight in Sight.allCases {
      for size in [0.3, 0.5, 0.7, 1] {
        let distance = sight.sees(scale(-size)).distance(to: sight.sees(scale(size)))
        #expect(distance >= 15, "±\(size) to \(sight)")
      }
    }
  }

  @Test(arguments: themes)
  func cellTextIsReadableOnTheWholeRamp(_ name: String, _ theme: Theme) {
    for background in theme.sequential.colours {
      let text = background.readableText(preferring: [theme.ink, theme.background])
      #expect(text.contrast(with: background) >= 4.5)
    }
  }

  @Test(arguments: themes)
  func sequentialRampLeavesThePageStepByStep(_ name: String, _ theme: Theme) {
    let contrasts = theme.sequential.colours.map { $0.contrast(with: theme.background) }
    #expect(zip(contrasts, contrasts.dropFirst()).allSatisfy { $0 <= $1 + 1e-9 })
    #expect(contrasts.last ?? 0 >= 7)
  }
}
