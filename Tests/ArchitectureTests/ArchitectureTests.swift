import Architecture
import Foundation
import Testing

@Suite struct ArchitectureTests {
  static let digits = Shape(channels: 1, height: 28, width: 28)

  @Test("Shapes, parameters and multiply-adds go from layer to layer")
  func dense() throws {
    let layers = [LayerSpec.dense(units: 30, .relu), .dense(units: 10, .softmax)]
    let network = try Architecture(input: Self.digits, layers: layers)
    #expect(network.shapes == [Self.digits, Shape(units: 30), Shape(units: 10)])
    #expect(network.shapes.map(\.description) == ["1 × 28 × 28", "30", "10"])
    #expect(network.parameterCounts == [30 * 784 + 30, 10 * 30 + 10])
    #expect(network.parameterCount == 23_860)
    #expect(network.multiplyAdds == [30 * 784, 10 * 30])
    #expect(network.classes == 10)
    #expect(
      network.parameters(ofLayer: 1)
        == [ParameterShape("weights", [10, 30]), ParameterShape("biases", [10])])
    let coded = try JSONEncoder().encode(network)
    #expect(try JSONDecoder().decode(Architecture.self, from: coded) == network)
  }

  @Test(
    "Convolutions and windows give the shapes of PyTorch's Conv2d and MaxPool2d",
    arguments: [
      ("conv 16 5x5 relu", Shape(channels: 16, height: 24, width: 24)),
      ("conv 16 5x3 pad same", Shape(channels: 16, height: 28, width: 28)),
      ("conv 4 3x3 stride 2", Shape(channels: 4, height: 13, width: 13)),
      ("conv 4 3x5 stride 3 pad 2 relu", Shape(channels: 4, height: 10, width: 10)),
      ("max-pool 3x5", Shape(channels: 1, height: 9, width: 5)),
    ])
  func shapes(text: String, shape: Shape) throws {
    #expect(try LayerSpec(text).output(of: Self.digits) == shape)
  }

  @Test("A convolution's counts are those of its kernels and places")
  func convolution() throws {
    let texts = [
      "conv 16 5x5 relu", "max-pool 2x2", "conv 32 5x5 relu", "max-pool 2x2", "128 relu",
      "10 softmax",
    ]
    let network = try Architecture(input: Self.digits, layers: texts.map(LayerSpec.init))
    #expect(network.parameterCounts == [416, 0, 12_832, 0, 65_664, 1290])
    #expect(network.multiplyAdds == [230_400, 0, 819_200, 0, 65_536, 1280])
    #expect(!network.isClassic)
    #expect(network.parameters(ofLayer: 2)[0].dimensions == [32, 16, 5, 5])
  }

  @Test("A network whose numbers no integer counts is refused, and so is such an image")
  func beyondIntegers() throws {
    let wide = try (0..<300).map { _ in try LayerSpec("conv 8192 256x256 pad 255 relu") }
    let end = try [LayerSpec("8192 relu"), LayerSpec("10 softmax")]
    let large = Shape(channels: 1, height: 1024, width: 1024)
    for layers in [wide + end, Array(wide.prefix(1)) + end] {
      #expect(throws: ArchitectureError.tooLarge(layer: 0)) {
        try Architecture(input: large, layers: layers)
      }
    }
    let small = Shape(channels: 1, height: 1, width: 1)
    let deep = try (0..<40_000).map { _ in try LayerSpec("8192 relu") } + end
    #expect(throws: ArchitectureError.self) { try Architecture(input: small, layers: deep) }
    let cube = Shape(channels: 3_145_728, height: 3_145_728, width: 3_145_728)
    #expect(throws: ArchitectureError.input(cube)) {
      try Architecture(input: cube, layers: [LayerSpec("10 softmax")])
    }
  }

  @Test("A kernel or window that is larger than its image is refused, with both shapes")
  func tooLarge() throws {
    let small = Shape(channels: 2, height: 4, width: 9)
    for (text, height, width) in [("conv 3 5x5", 0, 5), ("max-pool 5x2", 0, 4)] {
      let layer = try LayerSpec(text)
      let channels = text.hasPrefix("conv") ? 3 : 2
      #expect(
        throws: LayerMisfit(
          input: small, output: Shape(channels: channels, height: height, width: width))
      ) { try layer.output(of: small) }
    }
  }

  @Test(
    "Layers that make no network are refused, and so is what was stored of them",
    arguments: [
      ([], digits, ArchitectureError.lastIsNoSoftmax),
      ([.dense(units: 10, .relu)], digits, .lastIsNoSoftmax),
      (
        [.dense(units: 9, .softmax), .dense(units: 8, .softmax), .dense(units: 7, .softmax)],
        digits,
        .softmaxWithin(layer: 0)
      ),
      (
        [.dense(units: 9, .relu), .dense(units: 0, .softmax)], digits,
        .misfit(layer: 1, LayerMisfit(input: Shape(units: 9), output: Shape(units: 0)))
      ),
      (
        [.dense(units: 8193, .softmax)], digits,
        .misfit(layer: 0, LayerMisfit(input: digits, output: Shape(units: 8193)))
      ),
      (
        [.dense(units: 2, .softmax)], Shape(channels: 1, height: 0, width: 5),
        .input(Shape(channels: 1, height: 0, width: 5))
      ),
      (
        [.dense(units: 2, .softmax)], Shape(channels: 3, height: 1024, width: 1025),
        .input(Shape(channels: 3, height: 1024, width: 1025))
      ),
      (
        [.dense(units: 2, .softmax)], Shape(channels: .max, height: .max, width: .max),
        .input(Shape(channels: .max, height: .max, width: .max))
      ),
    ] as [([LayerSpec], Shape, ArchitectureError)])
  func refuses(layers: [LayerSpec], input: Shape, error: ArchitectureError) {
    #expect(throws: error) { try Architecture(input: input, layers: layers) }
  }

  @Test("The largest image is a network's input")
  func largest() throws {
    let input = Shape(channels: 3, height: 1024, width: 1024)
    let network = try Architecture(input: input, layers: [.dense(units: 2, .softmax)])
    #expect(network.parameterCount == 6_291_458)
  }

  @Test("A stored network of layers that do not fit is refused")
  func stored() {
    let text = #"{"input":{"channels":1,"height":2,"width":2},"layers":["3 relu"]}"#
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Architecture.self, from: Data(text.utf8))
    }
  }

  @Test("A convolution pads rows by its height and columns by its width: top, left, bottom, right")
  func pads() throws {
    let operators = try LayerSpec("conv 2 3x5 pad same").declaration.operators
    let attributes = operators.first?.attributes ?? []
    #expect(attributes.first { $0.name == "pads" }?.value == .integers([1, 2, 1, 2]))
    #expect(attributes.first { $0.name == "kernel_shape" }?.value == .integers([3, 5]))
  }
}
