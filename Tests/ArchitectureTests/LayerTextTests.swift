import Architecture
import Foundation
import Testing

@Suite struct LayerTextTests {
  @Test(
    "A layer's text is its canonical form, and reads back",
    arguments: [
      ("10 relu", LayerSpec.dense(units: 10, .relu), "10 relu"),
      ("  128   softmax ", .dense(units: 128, .softmax), "128 softmax"),
      ("8192 relu", .dense(units: 8192, .relu), "8192 relu"),
      ("conv 16 5x5 relu", conv(16, 5, 5, .relu), "conv 16 5x5 relu"),
      ("conv 3 1x7", conv(3, 1, 7, nil), "conv 3 1x7"),
      ("conv 3 5x5 stride 1 pad 0", conv(3, 5, 5, nil), "conv 3 5x5"),
      (
        "conv  8 3x4 stride 2  pad 2 relu", conv(8, 3, 4, .relu, stride: 2, .cells(2)),
        "conv 8 3x4 stride 2 pad 2 relu"
      ),
      ("conv 8 3x5 pad same", conv(8, 3, 5, nil, .same), "conv 8 3x5 pad same"),
      ("batch-norm", .batchNorm(), "batch-norm"),
      ("batch-norm relu", .batchNorm(.relu), "batch-norm relu"),
      ("max-pool 2x3", .maxPool(KernelSize(height: 2, width: 3)), "max-pool 2x3"),
    ])
  func reads(text: String, layer: LayerSpec, canonical: String) throws {
    #expect(try LayerSpec(text) == layer)
    #expect(layer.text == canonical)
    let coded = try JSONEncoder().encode([layer])
    #expect(String(decoding: coded, as: UTF8.self) == "[\"\(canonical)\"]")
    #expect(try JSONDecoder().decode([LayerSpec].self, from: coded) == [layer])
  }

  private static func conv(
    _ channels: Int, _ height: Int, _ width: Int, _ activation: Activation?, stride: Int = 1,
    _ padding: Padding = .cells(0)
  ) -> LayerSpec {
    .conv(
      channels: channels, kernel: KernelSize(height: height, width: width), stride: stride,
      padding: padding, activation)
  }

  @Test(
    "What is no layer is refused, with the part that is wrong",
    arguments: [
      ("", LayerSyntaxError.noLayer("")),
      ("10", .noLayer("10")),
      ("relu 10", .noLayer("relu 10")),
      ("10 relu relu", .noLayer("10 relu relu")),
      ("0 relu", .noLayer("0 relu")),
      ("8193 relu", .noLayer("8193 relu")),
      ("99999999999999999999 relu", .noLayer("99999999999999999999 relu")),
      ("10 reul", .noActivation("reul", place: 1)),
      ("10 ReLU", .noActivation("ReLU", place: 1)),
      ("conv", .noLayer("conv")),
      ("conv 16", .noLayer("conv 16")),
      ("conv 16 5", .noLayer("conv 16 5")),
      ("conv 0 5x5", .noLayer("conv 0 5x5")),
      ("conv 16 0x5", .noLayer("conv 16 0x5")),
      ("conv 16 5x257", .noLayer("conv 16 5x257")),
      ("conv 16 5x5x5", .noLayer("conv 16 5x5x5")),
      ("conv 16 5x5 stride", .noLayer("conv 16 5x5 stride")),
      ("conv 16 5x5 stride 0", .noLayer("conv 16 5x5 stride 0")),
      ("conv 16 5x5 pad -1", .noLayer("conv 16 5x5 pad -1")),
      ("conv 16 5x5 pad 5", .noLayer("conv 16 5x5 pad 5")),
      ("conv 16 4x5 pad same", .noLayer("conv 16 4x5 pad same")),
      ("conv 16 5x5 stride 2 pad same", .noLayer("conv 16 5x5 stride 2 pad same")),
      ("conv 16 5x5 pad 1 stride 2", .noActivation("stride", place: 5)),
      ("conv 16 5x5 relu relu", .noLayer("conv 16 5x5 relu relu")),
      ("conv 16 5x5 rleu", .noActivation("rleu", place: 3)),
      ("max-pool", .noLayer("max-pool")),
      ("max-pool 2", .noLayer("max-pool 2")),
      ("max-pool 2x2 relu", .noLayer("max-pool 2x2 relu")),
    ])
  func refuses(text: String, error: LayerSyntaxError) throws {
    #expect(throws: error) { try LayerSpec(text) }
    let coded = try JSONEncoder().encode([text])
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([LayerSpec].self, from: coded) }
  }
}
