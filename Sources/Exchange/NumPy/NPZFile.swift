import Architecture
import Bytes

/// A network as NumPy's `.npz`: its tensors, and beside them what is to know of it.
///
/// `numpy.load("model.npz")["layer-1.weights"]`; `layers` and `classes` are texts.
package enum NPZFile {
  /// The bytes of a file.
  package static func bytes(of model: TrainedModel) -> [UInt8] {
    let input = model.architecture.input
    var archive = ZipWriter()
    for tensor in model.tensors {
      archive.add(tensor.name + ".npy", NumPyArray.floats(tensor.numbers, tensor.shape.dimensions))
    }
    archive.add("layers.npy", NumPyArray.texts(model.architecture.layers.map(\.text)))
    archive.add("classes.npy", NumPyArray.texts(model.names))
    archive.add("input.npy", NumPyArray.integers([input.channels, input.height, input.width]))
    archive.add("scale.npy", NumPyArray.doubles([model.scale]))
    archive.add("levels.npy", NumPyArray.integers([model.levels]))
    archive.add(
      "details.npy", NumPyArray.texts(model.details.map { "\($0.name): \($0.text)" }))
    return archive.finished
  }
}

/// An array as a file of NumPy's, version 1.0.
///
/// https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
enum NumPyArray {
  static func floats(_ numbers: [Float], _ dimensions: [Int]) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(numbers)
    return file("<f4", dimensions, writer.bytes)
  }

  static func doubles(_ numbers: [Double]) -> [UInt8] {
    var writer = ByteWriter()
    for number in numbers { writer.write(number) }
    return file("<f8", [numbers.count], writer.bytes)
  }

  static func integers(_ numbers: [Int]) -> [UInt8] {
    var writer = ByteWriter()
    for number in numbers { writer.write(Int64(number)) }
    return file("<i8", [numbers.count], writer.bytes)
  }

  /// Texts of equal length, shorter ones filled with zeros.
  static func texts(_ texts: [String]) -> [UInt8] {
    let longest = max(1, texts.map(\.unicodeScalars.count).max() ?? 1)
    var writer = ByteWriter()
    for text in texts {
      for scalar in text.unicodeScalars { writer.write(scalar.value) }
      for _ in text.unicodeScalars.count..<longest { writer.write(UInt32(0)) }
    }
    return file("<U\(longest)", [texts.count], writer.bytes)
  }

  private static func file(_ type: String, _ dimensions: [Int], _ numbers: [UInt8]) -> [UInt8] {
    let shape =
      dimensions.count == 1
      ? "\(dimensions[0])," : dimensions.map(String.init).joined(separator: ", ")
    var header = Array(
      "{'descr': '\(type)', 'fortran_order': False, 'shape': (\(shape)), }".utf8)
    let before = 10
    header += [UInt8](
      repeating: UInt8(ascii: " "), count: 63 - (before + header.count) % 64)
    header.append(UInt8(ascii: "\n"))
    var writer = ByteWriter()
    writer.reserve(before + header.count + numbers.count)
    writer.write(bytes: [0x93] + Array("NUMPY".utf8) + [1, 0])
    writer.write(UInt16(header.count))
    writer.write(bytes: header)
    writer.write(bytes: numbers)
    return writer.bytes
  }
}
