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
      ("-d", "400000", "data"),
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
    arguments: ["ulimit -n 32", "ulimit -s 512", "ulimit -v 1048576", "ulimit -d 524288"])
  func lowLimits(limit: String) throws {
    let bench = try Workbench.withMNIST()
    try bench.write(Self.text, to: "nb.md")
    let outcome = try bench.shell("\(limit); \"$DAYBOOK\" run nb.md --threads 2")
    #expect(outcome.status == 0, "\(outcome.error)")
  }

  #if os(Linux)
    /// Whoever is given no thread waits for it without a word.
    @Test("Too few processes are told, and nothing waits for them", arguments: [1, 4, 8])
    func processes(count: Int) throws {
      let bench = try Workbench()
      let outcome = try bench.restricted("ulimit -u \(count); exec \"$DAYBOOK\" steps")
      #expect(outcome.status == 1)
      #expect(
        outcome.error.contains(
          " threads may be started; raise the limit of processes with 'ulimit"),
        "\(outcome.error)")
    }

    @Test("Stacks that take more memory than is allowed are told as that")
    func largeStacks() throws {
      let bench = try Workbench()
      let outcome = try bench.shell(
        "ulimit -s 1000000; ulimit -v 4000000; exec \"$DAYBOOK\" steps")
      #expect(outcome.status == 1)
      #expect(outcome.error.hasPrefix("error: the stacks of "), "\(outcome.error)")
      #expect(outcome.error.contains("; lower 'ulimit -s'"), "\(outcome.error)")
    }

    /// A stack on which no program of Swift begins is beyond help.
    @Test("A stack that is hardly there is told, too, and no signal", arguments: [32, 48])
    func smallStack(kilobytes: Int) throws {
      let bench = try Workbench()
      let outcome = try bench.shell("ulimit -s \(kilobytes); exec \"$DAYBOOK\" steps")
      #expect(outcome.status == 1)
      #expect(outcome.error.hasPrefix("error: the limit of the stack"), "\(outcome.error)")
    }

    /// What is free is what the limit leaves, not all of it.
    @Test(
      "Data that a limit of the shell's does not leave room for are refused, or read",
      arguments: [
        "-v 1048576", "-v 1100000", "-v 1200000", "-v 1400000", "-d 524288", "-d 700000",
        "-d 1100000",
      ])
    func addressesAndData(limit: String) throws {
      let bench = try Workbench()
      // Files of 470 MB of zeros that take no room on the disk.
      let images: [UInt8] = [0, 0, 8, 3, 0, 9, 39, 192, 0, 0, 0, 28, 0, 0, 0, 28]
      let labels: [UInt8] = [0, 0, 8, 1, 0, 9, 39, 192]
      for (name, header, size) in [("images-idx3", images, 784), ("labels-idx1", labels, 1)] {
        try bench.write(Data(header), to: "data/train-\(name)-ubyte")
        let file = try FileHandle(
          forWritingTo: bench.folder.appending(path: "data/train-\(name)-ubyte"))
        try file.truncate(atOffset: UInt64(header.count + 600_000 * size))
        try file.close()
        let one = header.prefix(4) + [0, 0, 0, 1] + header.dropFirst(8)
        try bench.write(
          Data(one) + Data(repeating: 0, count: size), to: "data/t10k-\(name)-ubyte")
      }
      try bench.write(
        "```load a\nmnist: data\n```\n\n```load b\nmnist: data\nlabelled: 9\n```\n", to: "nb.md")
      let outcome = try bench.shell("ulimit \(limit); exec \"$DAYBOOK\" run nb.md -q")
      #expect([0, 1].contains(outcome.status), "\(outcome.error)")
      #expect(
        outcome.status == 0
          || outcome.error.contains("MiB of memory, and ")
            && outcome.error.contains("raise the shell's limit with 'ulimit \(limit.prefix(2))'"),
        "\(outcome.error)")
    }

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
