import Figures
import Testing

/// The tolerance of snapshots: another rasteriser passes, another number does not.
@Suite struct ImageDifferenceTests {
  @Test func oneChangedFigureOfALabelIsSeen() throws {
    let one = try Self.chart(last: 0.835).pixels(.light)
    let other = try Self.chart(last: 0.836).pixels(.light)
    #expect(ImageDifference(one, one).isTolerable)
    #expect(!ImageDifference(one, other).isTolerable)
  }

  @Test func shadesOfEdgesAreTolerated() throws {
    let image = try Samples.curve.pixels(.light)
    // Edge pixels get a little lighter, as another version of FreeType would draw them.
    let lighter = image.pixels.map { pixel -> UInt32 in
      let red = pixel & 0xFF
      return (40..<215).contains(red) ? pixel + 0x0C_0C0C & 0xFF_FFFF : pixel
    }
    let changed = PixelImage(width: image.width, height: image.height, pixels: lighter)
    #expect(ImageDifference(image, changed).isTolerable)
  }

  @Test func anotherColourOrSizeIsSeen() throws {
    let light = try Samples.curve.pixels(.light)
    #expect(try !ImageDifference(light, Samples.curve.pixels(.dark)).isTolerable)
    #expect(try !ImageDifference(light, Samples.confusion.pixels(.light)).isTolerable)
  }

  private static func chart(last: Double) -> LearningCurve {
    LearningCurve(series: [
      LearningCurve.Series(
        label: "Accuracy",
        samples: [
          LearningCurve.Sample(iteration: 0, value: 0.1),
          LearningCurve.Sample(iteration: 10, value: last),
        ])
    ])
  }
}
