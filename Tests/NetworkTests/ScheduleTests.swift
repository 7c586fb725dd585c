import Learning
import Testing

@Suite struct ScheduleTests {
  @Test("A warm-up that is longer than the training reaches the rate at its end")
  func longWarmUp() {
    let rate = LearningRate(0.1).warmingUp(10)
    #expect(
      (0..<4).map { rate.rate(update: $0, of: 4, unit: 1) } == [0.025, 0.05, 0.1 * 3 / 4, 0.1])
    #expect(rate.rate(update: 9, of: 40, unit: 1) == 0.1)
    #expect(rate.rate(update: 9, of: 40, unit: 2) == 0.05)
  }
}
