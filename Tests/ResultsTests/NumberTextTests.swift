import Foundation
import Results
import Testing

@Suite struct NumberTextTests {
  /// From Python: `format(number, ",.<digits>f")`, with a true minus and no negative zero.
  static let fixed: [(number: Double, digits: Int, text: String)] = [
    (0.83466, 3, "0.835"),
    (1234567.891, 2, "1,234,567.89"),
    (0.125, 2, "0.12"),
    (0.375, 2, "0.38"),
    (2.5, 0, "2"),
    (3.5, 0, "4"),
    (-1.25, 1, "\u{2212}1.2"),
    (0.30000000000000004, 9, "0.300000000"),
    (1e-09, 3, "0.000"),
    (-0.0001, 2, "0.00"),
    (999.9996, 3, "1,000.000"),
    (83.45, 1, "83.5"),
    (83.35, 1, "83.3"),
    (.leastNonzeroMagnitude, 2, "0.00"),
    (0.0, 1, "0.0"),
    (123456789012.5, 0, "123,456,789,012"),
  ]

  @Test(arguments: fixed)
  func roundsExactly(_ number: Double, _ digits: Int, _ text: String) {
    #expect(DecimalText.fixed(number, digits: digits) == text)
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1_000, "1,000"), (41_000, "41,000"), (-1_234_567, "\u{2212}1,234,567"),
    (Int.min, "\u{2212}9,223,372,036,854,775,808"),
  ])
  func groupsThousands(_ number: Int, _ text: String) {
    #expect(grouped(number) == text)
  }

  /// From Python, by `Fixtures/generate.py`: what `{share:.1%}` and `{share:.0%}` give.
  @Test func percentIsPythons() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/shares.tsv")
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let cells = line.split(separator: "\t")
      let count = try #require(Double(cells[0]))
      let total = try #require(Double(cells[1]))
      #expect(percent(count / total) == cells[2], "\(line)")
      #expect(percent(count / total, digits: 0) == cells[3], "\(line)")
    }
  }

  @Test func percentOfAShare() {
    #expect(percent(0.83466) == "83.5%")
    #expect(percent(1, digits: 0) == "100%")
    #expect(percent(.nan) == "–")
    #expect(percent(nil) == "–")
  }

  @Test(arguments: [
    (0.0, "0%"), (0.001, "<1%"), (0.005, "<1%"), (0.0051, "1%"),
    (0.5, "50%"), (0.994, "99%"), (0.995, ">99%"), (0.9951, ">99%"), (1.0, "100%"),
  ])
  func wholePercentDoesNotCallFewNone(_ share: Double, _ text: String) {
    #expect(wholePercent(share) == text)
  }

  @Test(arguments: [
    (0.0, "0"), (0.001234, "0.00123"), (1.234, "1.23"), (12.34, "12.3"), (1_234.5, "1,234"),
    (-0.5, "\u{2212}0.500"), (.infinity, "–"), (1.5e-9, "0.00000000"),
  ])
  func shortKeepsThreeFigures(_ number: Double, _ text: String) {
    #expect(DecimalText.short(number) == text)
  }

  @Test func hugeNumbersAreWrittenAsTheyAre() {
    #expect(DecimalText.fixed(1e300, digits: 2) == "1e+300")
    #expect(DecimalText.fixed(2e16, digits: 1) == "2e+16")
    #expect(DecimalText.fixed(0x1p54, digits: 1) == "18,014,398,509,481,984.0")
    #expect(DecimalText.fixed(999_999_999_999_999.5, digits: 1) == "999,999,999,999,999.5")
  }
}
