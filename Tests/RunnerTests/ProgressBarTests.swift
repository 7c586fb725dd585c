import Runner
import Testing

/// The line that shows a training: exact, and never wider than the terminal.
@Suite struct ProgressBarTests {
  private func bar(
    _ iteration: Int, of iterations: Int = 500, start: Int = 0, accuracy: Double? = nil,
    elapsed: Double = 2
  ) -> ProgressBar {
    ProgressBar(
      step: "train",
      progress: TrainingProgress(
        iteration: iteration, iterations: iterations, start: start, accuracy: accuracy),
      elapsed: elapsed)
  }

  @Test func showsAllAtOnce() {
    // 30 columns for the bar: 320/500 of them is 19.2, the whole ones and an eighth.
    #expect(
      bar(320, start: 36, accuracy: 0.8014).text(columns: 120)
        == "train  ▕" + String(repeating: "█", count: 19) + "▏" + String(repeating: " ", count: 10)
        + "▏ 320/500 · 80.1% · 142 it/s · 2 s left")
    #expect(
      bar(320, start: 36, accuracy: 0.8014).line
        == "train: 320/500, 80.1%, 142 it/s, 2 s left")
  }

  @Test(arguments: [
    (0, "          "), (1, "          "), (7, "▏         "), (250, "█████     "),
    (499, "█████████▉"), (500, "██████████"),
  ])
  func fills(iteration: Int, expected: String) {
    // The bar gets what the words leave.
    let words = bar(iteration, elapsed: 0).text(columns: 1_000).split(separator: "▏ ").last ?? ""
    let text = bar(iteration, elapsed: 0).text(columns: words.count + 5 + 8 + 10)
    #expect(text == "train  ▕\(expected)▏ \(words)")
  }

  @Test func isNeverWiderThanTheTerminal() {
    for columns in 1...200 {
      for iteration in stride(from: 0, through: 500, by: 50) {
        let text = bar(iteration, accuracy: 0.5).text(columns: columns)
        #expect(text.count < columns, "\(iteration) in \(columns) columns: \(text)")
      }
    }
    #expect(bar(0, of: 0).text(columns: 0) == "")
  }

  @Test func leavesOutTheBarWhereThereIsNoRoom() {
    #expect(bar(0, elapsed: 0).text(columns: 26) == "train  ▕        ▏ 0/500")
    #expect(bar(0, elapsed: 0).text(columns: 25) == "train  0/500")
    #expect(bar(0, elapsed: 0).text(columns: 10) == "train  0/")
  }
}
