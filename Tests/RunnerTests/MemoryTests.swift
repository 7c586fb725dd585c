import Architecture
import Exchange
import Foundation
import Plan
import Results
import Runner
import TestFolders
import Testing

/// A run that would take more memory than it may says so before it takes any.
///
/// The real data set takes 52.3 MiB: 70,000 images of 784 bytes.
@Suite struct MemoryTests {
  private static let trained = """
    ```load
    mnist: data/mnist
    labelled: 3000
    ```

    ```split
    dev: 500
    ```

    ```train
    layers: [6 relu, 10 softmax]
    iterations: 2
    ```

    """

  /// What a run says that ends in a failure.
  private func failures(
    _ plan: Plan, _ store: TemporaryStore? = nil, mebibytes: Int
  ) async -> [String] {
    let run = await runner(store?.store, maxMemory: mebibytes << 20).run(plan)
    return run.results.steps.all.compactMap { outcome in
      if case .failed(let diagnostic) = outcome { diagnostic } else { nil }
    }
  }

  @Test("Data are refused by their headers, with the figure, at the option that names them")
  func data() async throws {
    let failures = await failures(try plan(Self.trained), mebibytes: 52)
    #expect(failures.count == 1)
    let text = try #require(failures.first)
    #expect(text.contains("nb.md:2:8: error: step 'load': "), "\(text)")
    #expect(
      text.contains("the images take 52 MiB of memory, and --max-memory allows 52 MiB"), "\(text)")
    #expect(text.contains("~ raise --max-memory"), "\(text)")
  }

  @Test("A training is refused with the figure, at its layers; within the limit it is not")
  func training() async throws {
    let failures = await failures(try plan(Self.trained), mebibytes: 53)
    #expect(failures.count == 1)
    let text = try #require(failures.first)
    #expect(text.contains("nb.md:11:9: error: step 'train': "), "\(text)")
    #expect(
      text.contains(
        "a training of 4,780 weights and biases on 2,500 images takes 55 MiB of memory, and "
          + "--max-memory allows 53 MiB"), "\(text)")
    #expect(
      text.contains(
        "~ write smaller or fewer layers, train in batches with 'batch', or raise --max-memory"),
      "\(text)")
    #expect(await self.failures(try plan(Self.trained), mebibytes: 64).isEmpty)
  }

  @Test("Twenty layers of 8,192 units are refused on any machine that has less")
  func manyLayers() async throws {
    let layers = Array(repeating: "8192 relu", count: 20).joined(separator: ", ")
    let text = Self.trained.replacing("6 relu", with: layers)
    let failures = await failures(try plan(text), mebibytes: 16 << 10)
    #expect(failures.count == 1)
    #expect(
      failures.first?.contains("1,281,736,714 weights and biases on 2,500 images takes 13") == true,
      "\(failures)")
  }

  @Test("Images are refused that a stored network cannot read within the limit")
  func predictions() async throws {
    let store = TemporaryStore()
    #expect(await failures(try plan(Self.trained), store, mebibytes: 64).isEmpty)
    let text = Self.trained + "```evaluate all\non: labelled\n```\n"
    let failures = await failures(try plan(text), store, mebibytes: 53)
    #expect(failures.count == 1)
    #expect(
      failures.first?.contains("reading the labelled set takes 54 MiB of memory") == true,
      "\(failures)")
    #expect(await self.failures(try plan(text), store, mebibytes: 64).isEmpty)
  }

  /// A network of 501,502 numbers: twice 4 bytes each of safetensors, 28 of an archive.
  @Test("A network from a file is refused that cannot be read within the limit")
  func networks() async throws {
    let architecture = try Architecture(
      input: Shape(channels: 1, height: 1, width: 1000),
      layers: ["500 relu", "2 softmax"].map { try LayerSpec($0) })
    let tensors = architecture.layers.indices.flatMap { layer in
      architecture.parameters(ofLayer: layer).map { shape in
        TrainedModel.Tensor(
          layer: layer, shape: shape, numbers: [Float](repeating: 0, count: shape.count))
      }
    }
    let model = try #require(
      TrainedModel(
        architecture, tensors: tensors, scale: 1, levels: 255, classNames: nil, details: []))
    let folder = try TemporaryFolder()
    try folder.write("m.safetensors", SafeTensorsFile.bytes(of: model))
    try folder.write("m.npz", NPZFile.bytes(of: model))
    for (file, few, enough, says) in [
      ("m.safetensors", 3, 4, "reading the network takes 3 MiB of memory, and --max-memory"),
      ("m.npz", 13, 14, "makes the file too large"),
    ] {
      let plan = try plan("```load\nmodel: \(file)\n```\n", folder: folder.path)
      let failures = await failures(plan, mebibytes: few)
      #expect(failures.count == 1 && failures.first?.contains(says) == true, "\(failures)")
      #expect(await self.failures(plan, mebibytes: enough).isEmpty)
    }
  }

  /// The beginning of a progressive JPEG of 800 × 1000 in colour: 2.4 MB of levels, and 4.8 MB of
  /// coefficients while it is decoded.
  @Test("An image is refused that cannot be decoded in what the limit leaves")
  func images() async throws {
    let start: [UInt8] =
      [0xFF, 0xD8, 0xFF, 0xC2, 0, 17, 8, 0x03, 0x20, 0x03, 0xE8, 3]
      + [1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]
      + [0xFF, 0xDA, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 0, 0]
    let folder = try TemporaryFolder()
    for name in ["one", "two"] { try folder.write("images/\(name)/1.jpg", start) }
    let plan = try plan("```load\nimages: images\n```\n", folder: folder.path)
    let failures = await failures(plan, mebibytes: 10)
    let text = try #require(failures.first)
    #expect(
      text.contains("1.jpg: the images take 6 MiB of memory, and --max-memory leaves "), "\(text)")
    #expect(text.contains("~ raise --max-memory"), "\(text)")
  }
}
