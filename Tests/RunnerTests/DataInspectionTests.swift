import Foundation
import Notebook
import Plan
import Results
import Runner
import Testing

/// What headers and first rows of the data tell before anything is computed.
@Suite struct DataInspectionTests {
  private static func text(_ layers: String, iterations: Int = 3) -> String {
    """
    ```load
    mnist: data/mnist
    labelled: 3000
    ```

    ```split
    dev: 500
    ```

    ```train first
    layers: [6 relu, 10 softmax]
    iterations: \(iterations)
    ```

    ```train second
    layers: [\(layers)]
    batch: 50
    epochs: 1
    ```

    """
  }

  @Test(
    "Layers that do not fit the images or their classes fail before an earlier training begins",
    arguments: [
      ("conv 2 40x40 relu, 10 softmax", "layer 1, 'conv 2 40x40 relu', cannot make"),
      ("8 relu, 7 softmax", "the last layer has 7 units for 10 classes"),
    ])
  func layers(layers: String, words: String) async throws {
    let plan = try plan(Self.text(layers))
    let run = await runner(nil).run(plan)
    #expect(run.record.steps.isEmpty, "\(run.record.steps.map(\.name))")
    #expect(run.told.contains(words), "\(run.told)")
    #expect(runner(nil).inspect(plan).map(\.message) == run.problems.map(\.message))
  }

  @Test("What the data have too little of, or of another kind, fails before a training begins")
  func sets() async throws {
    for (steps, words) in [
      ("```split other\ndev: 3000\n```", "a dev set of 3,000 leaves nothing"),
      (
        "```plot layer\nshow: activations\nof: first\nlayer: 1\nindex: 2500\n```",
        "index from 0 to 2499"
      ),
      ("```evaluate far\nmodel: first\non: test\nrows: 0 to 67000\n```", "rows from 0 to 66999"),
      (
        "```train third\nlayers: [conv 2 3x3 relu, 10 softmax]\nbatch: 50\nepochs: 1\n```\n\n"
          + "```plot filters\nshow: filters\nof: third\nchannel: 2\n```",
        "write a channel from 1 to 1"
      ),
      (
        "```source code\nfile: ../Tests/RunnerTests/Fixtures/shown.swift\nsymbol: trebled\n```",
        "shown.swift declares no 'trebled'"
      ),
      (
        "```source code\nfile: ../Tests/RunnerTests/Fixtures/shown.swift\nregion: all\n```",
        "shown.swift has no region 'all'"
      ),
      ("```load all\nmnist: data/mnist\n```\n\n```predict\non: all.test\n```", nil),
      (
        "```load all\nmnist: data/mnist\nlabelled: 70000\n```\n\n```predict\non: all.test\n```",
        "the test set is empty"
      ),
      (
        "```load named\nmnist: data/mnist\nclasses: [a, b, c, d, e, f, g, h, i, j]\n```\n\n"
          + "```split names\ndev: 500\n```\n\n```train\nlayers: [10 softmax]\niterations: 1\n```\n\n"
          + "```evaluate\nmodel: train\non: split.dev\n```", nil
      ),
      (
        "```sweep\nvary:\n  first.layers: [[4 relu, 10 softmax], [4 relu, 9 softmax]]\n"
          + "measure: first.accuracy\n```", "the last layer has 9 units for 10 classes"
      ),
    ] as [(String, String?)] {
      let plan = try plan(Self.text("8 relu, 10 softmax") + steps)
      let inspected = runner(nil).inspect(plan)
      guard let words else {
        #expect(inspected.isEmpty, "\(inspected)")
        continue
      }
      let run = await runner(nil).run(plan)
      #expect(run.record.steps.isEmpty, "\(run.record.steps.map(\.name))")
      let told = run.problems.map { "\($0.message) \($0.help ?? "")" }
      #expect(told.count == 1 && told[0].contains(words), "\(told)")
      #expect(inspected.map(\.message) == run.problems.map(\.message))
    }
  }

  @Test(
    "What a file does not bear out is told at the option that says it, with the name that is near",
    arguments: [
      ("label: Label", "Label", "did you mean 'label'?"),
      ("label: kind", "kind", "the columns are label, a0, a1, a2, a3"),
      ("id: a00", "a00", "did you mean 'a0'?"),
      ("size: 3x3", "3x3", "write 'size: WIDTHxHEIGHT'"),
      ("channels: 3", "3", "write 'size: WIDTHxHEIGHT'"),
      ("levels: 1", "1", "levels go from 0 to 1"),
    ])
  func refuted(option: String, blamed: String, help: String) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("label,a0,a1,a2,a3\n1,0,255,9,8\n0,1,2,3,4\n".utf8)
      .write(to: folder.appending(path: "d.csv"))
    let plan = try plan("```load\ncsv: d.csv\n\(option)\n```", folder: folder.path())
    let found = runner(nil).inspect(plan)
    #expect(found.map { $0.range.map(plan.notebook.source.text(at:)) } == [blamed])
    #expect(found.first?.help?.hasPrefix(help) == true, "\(found)")
  }

  @Test(
    "A layer that does not fit is told at itself, a run of a sweep at the value that it has",
    arguments: [
      ("```train x\nlayers: [8 relu, 7 softmax]\niterations: 1\n```", "7 softmax"),
      (
        "```train x\nlayers: [conv 2 9x9 relu, conv 2 40x40 relu, 10 softmax]\nbatch: 10\n"
          + "epochs: 1\n```", "conv 2 40x40 relu"
      ),
      ("```sweep\nvary: {split.dev: [3000, 9], seed: [1, 2]}\nmeasure: first.loss\n```", "3000"),
      (
        "```sweep\nvary:\n  first.iterations: 5 to 7\n  load.labelled: [400]\n"
          + "measure: first.loss\n```", "400"
      ),
    ])
  func blamed(step: String, words: String) async throws {
    let plan = try plan(Self.text("10 softmax") + step)
    let found = runner(nil).inspect(plan)
    #expect(
      found.map { $0.range.map(plan.notebook.source.text(at:)) } == [words], "\(found)")
  }

  @Test("A source that is not there is told without a run")
  func missingSource() throws {
    let found = runner(nil).inspect(
      try plan(Self.text("8 relu, 10 softmax") + "```source code\nfile: gone.swift\n```"))
    #expect(found.map(\.message) == ["step 'code': gone.swift: no such file"])
  }

  @Test(
    "Advice for layers that do not fit is such as mends them",
    arguments: [
      (
        "8 relu, conv 8 3x3 relu, 10 softmax",
        "it needs an image: write it before the layers of units"
      ),
      ("conv 2 40x40 relu, 10 softmax", "write a smaller size"),
      ("conv 2 41x41 relu, 10 softmax", "write a smaller size or 'pad same'"),
      (
        "max-pool 14x14, conv 2 3x3 relu, 10 softmax",
        "write a smaller size, 'pad same' or fewer layers before it"
      ),
      (
        "max-pool 14x14, max-pool 3x3, 10 softmax",
        "write a smaller window or fewer layers before it, or leave it out"
      ),
    ])
  func advice(layers: String, help: String) throws {
    #expect(runner(nil).inspect(try plan(Self.text(layers))).map(\.help) == [help])
  }

  @Test("What only the whole of a file tells fails once it is read; what is stored is shown")
  func whole() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let rows = (0..<40).map { "\($0 % 4),0,255,9,\($0)\n" }.joined()
    try Data(("label,a0,a1,a2,a3\n" + rows).utf8).write(to: folder.appending(path: "d.csv"))
    func text(_ units: Int) -> String {
      """
      ```load
      csv: d.csv
      ```

      ```split
      dev: 5
      ```

      ```train first
      layers: [4 softmax]
      iterations: 3
      ```

      ```train second
      layers: [\(units) softmax]
      iterations: 3
      ```
      """
    }
    let misfit = try plan(text(3), folder: folder.path())
    #expect(runner(nil).inspect(misfit).isEmpty)
    let run = await runner(nil).run(misfit)
    #expect(run.record.steps.map(\.name) == ["load"])
    #expect(run.told.contains("the last layer has 3 units for 4 classes"), "\(run.told)")

    let store = TemporaryStore()
    #expect(
      await runner(store.store).run(try plan(text(4), folder: folder.path())).results.isComplete)
    let again = await runner(store.store).run(misfit)
    #expect(again.record.steps.map(\.name) == ["load", "split", "first"])
    #expect(again.record.steps.map(\.isStored) == [true, true, true])
    #expect(again.told == run.told)
  }

  @Test("More labelled rows than a file has room for are told as that, not by the memory they take")
  func rowsBeyondTheFile() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let rows = (0..<12).map { "\($0 % 4),0,255,9,\($0)\n" }.joined()
    try Data(("label,a0,a1,a2,a3\n" + rows).utf8).write(to: folder.appending(path: "d.csv"))
    let plan = try plan(
      """
      ```load
      csv: d.csv
      labelled: 2147483647
      ```

      ```split
      dev: 1073741824
      ```

      ```train
      layers: [3 relu, 4 softmax]
      validation: dev
      iterations: 3
      ```
      """, folder: folder.path())
    #expect(runner(nil, maxMemory: 1 << 20).inspect(plan).isEmpty)
    let run = await runner(nil, maxMemory: 1 << 24).run(plan)
    #expect(
      run.told.contains("labelled: 2,147,483,647 is more than the 12 rows of the files"),
      "\(run.told)")
  }

  @Test("What a part of a run does not need is not looked at, nor what is stored")
  func parts() async throws {
    let plan = try plan(Self.text("8 relu, 7 softmax"))
    let slice = try Slice(of: plan, only: "first", from: nil, until: nil)
    let part = await runner(nil).run(plan, slice: slice)
    #expect(part.record.steps.map(\.name) == ["load", "split", "first"])
  }
}
