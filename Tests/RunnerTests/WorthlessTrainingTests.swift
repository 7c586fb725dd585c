import Results
import Runner
import Testing

/// Trainings that run to their end and are worth nothing say so.
@Suite struct WorthlessTrainingTests {
  private func warnings(_ train: String) async throws -> [StepWarning] {
    let plan = try plan(
      """
      ```load
      mnist: data/mnist
      labelled: 3000
      ```

      ```train
      on: labelled
      \(train)
      ```

      ```evaluate
      on: test
      ```

      """)
    let run = await runner(nil).run(plan)
    return try run.yielded.flatMap { try #require($0).warnings }
  }

  @Test("A loss that ends above its start, and a network that always says the same")
  func diverged() async throws {
    let warnings = try await warnings(
      "layers: [10 relu, 10 softmax]\niterations: 30\nlearning-rate: 500")
    let messages = warnings.map { "\($0.message)" }
    #expect(
      messages.contains { $0.contains("above the") && $0.contains("before the first update") })
    for examples in ["3,000 training examples", "67,000 test examples"] {
      #expect(
        messages.contains {
          $0.contains(" of the \(examples) correctly: ")
            && $0.contains("no better than one answer to everything")
        }, "\(messages)")
    }
    #expect(warnings.contains { $0.option == "learning-rate" })
  }

  @Test("Units that stand for no class are told of")
  func moreUnitsThanClasses() async throws {
    let warnings = try await warnings("layers: [10 relu, 11 softmax]\niterations: 60")
    #expect(
      warnings.first.map { "\($0.message)" }
        == "the last layer has 11 units, and the examples are of 10 classes")
    #expect(warnings.first?.help?.hasPrefix("end with '10 softmax'") == true)
  }

  @Test("One that has learned something says nothing")
  func learned() async throws {
    #expect(try await warnings("layers: [10 relu, 10 softmax]\niterations: 60").isEmpty)
    #expect(
      try await warnings(
        "layers: [10 softmax]\nbatch: 100\nepochs: 2\noptimizer: adam"
      ).isEmpty)
  }
}
