import Architecture
import Bytes
import Results

/// A network as a file of safetensors: a header in JSON, then numbers.
///
/// https://github.com/huggingface/safetensors#format
package enum SafeTensorsFile {
  /// The bytes of a file.
  package static func bytes(of model: TrainedModel) -> [UInt8] {
    let metadata = model.metadata.map {
      "\(jsonText($0.name)):\(jsonText($0.text))"
    }
    var entries = ["\"__metadata__\":{\(metadata.joined(separator: ","))}"]
    var offset = 0
    for tensor in model.tensors {
      let end = offset + 4 * tensor.numbers.count
      let shape = tensor.shape.dimensions.map(String.init).joined(separator: ",")
      entries.append(
        "\(jsonText(tensor.name)):"
          + "{\"dtype\":\"F32\",\"shape\":[\(shape)],\"data_offsets\":[\(offset),\(end)]}")
      offset = end
    }
    var header = Array("{\(entries.joined(separator: ","))}".utf8)
    // Numbers begin where eight bytes do.
    header += [UInt8](repeating: UInt8(ascii: " "), count: (8 - header.count % 8) % 8)
    var writer = ByteWriter()
    writer.reserve(8 + header.count + offset)
    writer.write(UInt64(header.count))
    writer.write(bytes: header)
    for tensor in model.tensors { writer.write(tensor.numbers) }
    return writer.bytes
  }
}
