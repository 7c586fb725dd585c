import Foundation
import Testing

/// The runs of a sweep one by one, as another scheduler does them.
@Suite struct SweepCommandTests {
  private static func bench(varying values: String) throws -> Workbench {
    let bench = try Workbench.withMNIST()
    try bench.write(
      """
      ```load
      mnist: mnist
      labelled: 3000
      ```

      ```split
      dev: 500
      ```

      ```train
      layers: [6 relu, 10 softmax]
      iterations: 5
      ```

      ```sweep luck
      vary: \(values)
      measure: [train.accuracy]
      ```

      """, to: "nb.md")
    return bench
  }

  @Test("Each line of the list does one run, and a run of the notebook then takes all of them")
  func list() throws {
    let bench = try Self.bench(varying: "{train.seed: [7, 8]}")
    let listed = try bench.daybook("sweep", "nb.md", "luck", "--list")
    let lines = listed.output.split(separator: "\n")
    #expect(lines.count == 2, "\(listed)")
    #expect(lines.last?.hasSuffix("# train.seed=8") == true, "\(listed)")
    let done = try bench.shell(String(lines.last ?? ""))
    #expect(done.status == 0, "\(done.error)")
    #expect(
      try bench.daybook("sweep", "nb.md", "luck", "--list").output == "\(lines.first ?? "")\n")
    let run = try bench.daybook("run", "nb.md")
    #expect(run.status == 0, "\(run.error)")
    #expect(try bench.daybook("sweep", "nb.md", "luck", "--list").output.isEmpty)
  }

  @Test("A run that cannot be stored ends with 4: nobody will find it")
  func notStored() throws {
    let bench = try Self.bench(varying: "{train.seed: [7, 8]}")
    let outcome = try bench.restricted(
      """
      "$DAYBOOK" sweep nb.md luck --run 0 && chmod a-w output/.cache || exit 9
      "$DAYBOOK" sweep nb.md luck --run 0 || exit 9
      "$DAYBOOK" sweep nb.md luck --run 1
      """)
    #expect(outcome.status == 4, "\(outcome.error)")
    #expect(
      outcome.error.hasSuffix("error: run 1 is done, and is not stored\n"), "\(outcome.error)")
  }

  @Test("A link in the place of the output folder is followed by no line of the list")
  func linkedOutput() throws {
    let bench = try Self.bench(varying: "{train.seed: [7, 8]}")
    let listed = try bench.daybook("sweep", "nb.md", "luck", "--list")
    let line = try #require(listed.output.split(separator: "\n").first)
    let outcome = try bench.shell("rm -rf output; mkdir real; ln -s real output; \(line)")
    #expect(outcome.status == 2, "\(outcome.error)")
    #expect(outcome.error.contains("'output' is a link"), "\(outcome.error)")
    #expect(!bench.exists("real/.cache"))
  }

  @Test("Nothing that a notebook sets becomes a command of the list")
  func oneLine() throws {
    let bench = try Self.bench(varying: #"{load.mnist: [mnist, "no\ntouch taken #"]}"#)
    let listed = try bench.daybook("sweep", "nb.md", "luck", "--list")
    #expect(listed.output.split(separator: "\n").count == 2, "\(listed)")
    _ = try bench.shell(listed.output)
    #expect(!bench.exists("taken"))
  }

  @Test("A path that no line can hold is refused", arguments: ["a\ntouch taken #", "a\u{1B}b"])
  func paths(_ folder: String) throws {
    let bench = try Self.bench(varying: "{train.seed: [7, 8]}")
    let text = String(decoding: try bench.read("nb.md"), as: UTF8.self)
    try bench.write(text.replacing("mnist: mnist", with: "mnist: ../mnist"), to: "\(folder)/nb.md")
    try bench.write("", to: ".git")
    let listed = try bench.run(
      Workbench.program.path(), ["sweep", "\(folder)/nb.md", "luck", "--list"])
    #expect(listed.status == 2)
    #expect(listed.output.isEmpty)
    #expect(listed.error.contains("has characters that no command of one line can hold"))
  }
}
