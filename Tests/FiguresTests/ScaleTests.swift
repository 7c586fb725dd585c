import Figures
import Testing

@Suite struct ScaleTests {
  @Test func linearScaleTakesDomainToRange() {
    let scale = LinearScale(10...20, from: 300, to: 100)
    #expect(scale(10) == 300)
    #expect(scale(15) == 200)
    #expect(scale(20) == 100)
  }

  @Test func linearScaleOfOneNumberIsTheMiddle() {
    #expect(LinearScale(7...7, from: 0, to: 100)(7) == 50)
  }

  @Test func extentLeavesOutWhatIsNotFinite() {
    #expect(LinearScale.extent([.nan, 3, .infinity, -1]) == -1...3)
    #expect(LinearScale.extent([.nan]) == nil)
  }

  @Test func bandsAreEvenWithGapsBetween() {
    let bands = BandScale(count: 4, from: 0, to: 100, padding: 0.25)
    #expect(bands.step == 25)
    #expect(bands.bandwidth == 18.75)
    #expect((0..<4).map { bands($0) } == [3.125, 28.125, 53.125, 78.125])
    #expect(bands.centre(1) == 37.5)
  }

  @Test func squareRootScaleShowsSmallShares() {
    let scale = ColourScale.squareRoot(upTo: 1, Theme.light.sequential)
    #expect(scale.place(0) == 0)
    #expect(scale.place(0.01) == 0.1)
    #expect(scale.place(0.25) == 0.5)
    #expect(scale.place(1) == 1)
  }

  @Test func divergingScaleIsCentredOnZero() {
    let scale = ColourScale.diverging(upTo: 2, Theme.light.diverging)
    #expect(scale.place(-2) == 0)
    #expect(scale.place(0) == 0.5)
    #expect(scale.place(2) == 1)
    #expect(scale(-5) == scale(-2))
  }
}

@Suite struct RateTextTests {
  @Test(
    "Rates of any size have digits that count",
    arguments: [
      (0.1, "0.100"), (0.000279, "0.000279"), (0.003, "0.00300"), (4e-8, "4.0e−8"), (0, "0.000"),
      (12.5, "12.500"), (9.2e-7, "9.2e−7"),
    ])
  func text(rate: Double, text: String) {
    #expect(ValueFormat.rate.text(rate) == text)
  }
}
