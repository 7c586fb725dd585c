import Plan
import Results
import Testing

@Suite struct PlanTests {
  @Test("Steps take the nearest step above, unless another is named")
  func inputs() throws {
    let plan = try plan(
      usual + """
        ```train wide
        layers: [32 relu, 10 softmax]
        ```

        ```evaluate wide-dev
        on: dev
        ```

        ```evaluate narrow-dev
        on: dev
        model: train
        ```
        """)
    func names(_ step: String) -> [String: String] {
      Dictionary(
        uniqueKeysWithValues: (plan.step(step)?.inputs ?? []).map { ($0.role, $0.step.name) })
    }
    #expect(names("dev") == ["on": "split", "model": "train"])
    #expect(names("wide-dev") == ["on": "split", "model": "wide"])
    #expect(names("narrow-dev") == ["on": "split", "model": "train"])
  }

  @Test("An option that is written as its default makes the same settings as one left out")
  func canonicalSettings() throws {
    let left = try plan(usual)
    let written = try plan(
      usual.replacing(
        "layers: [10 relu, 10 softmax]",
        with: "iterations: 500 # as usual\nlearning-rate: 1e-1\nlayers:\n- 10 relu\n- 10 softmax"))
    #expect(left.step("train")?.settings == written.step("train")?.settings)
    #expect(left.step("train")?.settings.contains { $0.key == "iterations" } == true)
  }

  @Test("The command line sets options and the seed, and clears options")
  func overrides() throws {
    let text = usual.replacing("layers:", with: "iterations: 7\nlayers:")
    let set = try plan(text, "train.iterations=100", "seed=3", "train.iterations=200")
    #expect(set.seed == 3)
    #expect(set.step("train")?.settings.first { $0.key == "iterations" }?.value == "200")
    let cleared = try plan(text, "train.iterations=")
    #expect(cleared.step("train")?.settings.first { $0.key == "iterations" }?.value == "500")
  }

  @Test("Inline values may name steps further down, checks only checks above")
  func references() throws {
    let plan = try plan("It reads `{dev.accuracy:.1%}`.\n\n" + usual)
    #expect(plan.inlineValues.map(\.steps) == [[StepID("dev")]])
  }

  @Test("A check is judged by what a figure yields, also where that stands further down")
  func claimsOfFiguresBelow() throws {
    let plan = try plan(
      usual + """
        ```check
        It shows five: shown.images.count == 5
        ```

        ```plot shown
        show: digits
        from: dev
        count: 5
        ```
        """)
    #expect(plan.step("check")?.mentions == [StepID("shown")])
    #expect(plan.steps.map(\.name) == ["load", "split", "train", "dev", "check", "shown"])
  }

  @Test("The example of every kind can be planned", arguments: StepKind.names)
  func documentation(name: String) throws {
    let kind = try #require(StepKind(named: name))
    let documentation = kind.declaration.documentation
    let fence = "```\(name) shown\n\(documentation.example)\n```"
    let models = "```evaluate wide\n```\n\n```evaluate narrow\n```\n\n"
    let plan = try plan(name == "load" ? fence : usual + models + fence)
    #expect(plan.step("shown")?.kind.name == name)
    #expect(documentation.options.allSatisfy { !$0.summary.isEmpty })
  }

  @Test("Every kind that takes options tells of those of every step", arguments: StepKind.names)
  func optionsOfEveryStep(name: String) throws {
    let kind = try #require(StepKind(named: name))
    let isTold = OptionDocumentation.ofEveryStep.map { kind.text.contains("  \($0.key) ") }
    #expect(isTold == Array(repeating: name != "check", count: 2))
  }
}
