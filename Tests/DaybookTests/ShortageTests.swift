import Foundation
import Testing

/// What a shell does not allow the program.
@Suite struct ShortageTests {
  private static let text = """
    ```load
    mnist: mnist
    ```

    ```split
    dev: 1000
    ```

    ```train
    layers: [10 relu, 10 softmax]
    iterations: 3
    ```

    """

  @Test(
    "Limits that are too low for anything are told, with what to do",
    arguments: [
      ("-n", "16", "open files"), ("-s", "128", "the stack"), ("-v", "900000", "memory"),
    ])
  func limits(option: String, value: String, name: String) throws {
    let bench = try Workbench.withMNIST()
    try bench.write(Self.text, to: "nb.md")
    let outcome = try bench.shell("ulimit \(option) \(value); \"$DAYBOOK\" run nb.md")
    #expect(outcome.status == 1)
    #expect(outcome.error.hasPrefix("error: the limit of \(name) is too low"), "\(outcome.error)")
    #expect(outcome.error.contains("raise it with 'ulimit \(option) "), "\(outcome.error)")
  }

  /// The sums of all threads' stacks and of the data are within them.
  @Test(
    "Limits that are just not too low are enough",
    arguments: ["ulimit -n 32", "ulimit -s 512", "ulimit -v 1048576"])
  func lowLimits(limit: String) throws {
    let bench = try Workbench.withMNIST()
    try bench.write(Self.text, to: "nb.md")
    let outcome = try bench.shell("\(limit); \"$DAYBOOK\" run nb.md --threads 2")
    #expect(outcome.status == 0, "\(outcome.error)")
  }

  #if os(Linux)
    /// They are loaded when something is drawn: what needs no figure runs without them.
    @Test("Cairo that is not there is told by the first figure, and by no other step")
    func noCairo() throws {
      let bench = try Workbench.withMNIST()
      try bench.write("", to: "none/libpangocairo-1.0.so.0")
      try bench.write(Self.text, to: "nb.md")
      let plain = try bench.shell("LD_LIBRARY_PATH=none \"$DAYBOOK\" run nb.md")
      #expect(plain.status == 0, "\(plain.error)")
      try bench.write(
        Self.text + "```plot digits\nshow: images\nfrom: training\n```\n", to: "nb.md")
      let drawn = try bench.shell("LD_LIBRARY_PATH=none \"$DAYBOOK\" run nb.md")
      #expect(drawn.status == 1)
      #expect(
        drawn.error.contains("nb.md:13:4: error: step 'digits': Cairo and Pango"), "\(drawn.error)")
      #expect(drawn.error.contains("install them"), "\(drawn.error)")
    }
  #endif
}
