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
    ])
  func reads(text: String, layer: LayerSpec, canonical: String) throws {
    #expect(try LayerSpec(text) == layer)
    #expect(layer.text == canonical)
    let coded = try JSONEncoder().encode([layer])
    #expect(String(decoding: coded, as: UTF8.self) == "[\"\(canonical)\"]")
    #expect(try JSONDecoder().decode([LayerSpec].self, from: coded) == [layer])
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
      ("10 reul", .noActivation("reul")),
      ("10 ReLU", .noActivation("ReLU")),
    ])
  func refuses(text: String, error: LayerSyntaxError) throws {
    #expect(throws: error) { try LayerSpec(text) }
    let coded = try JSONEncoder().encode([text])
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([LayerSpec].self, from: coded) }
  }
}
