import Architecture
import Bytes

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension SafeTensorsFile {
  /// The longest header that is read.
  private static let longestHeader = 1 << 20

  /// The network that a file holds, which Daybook wrote.
  ///
  /// Nothing of the header is believed before all of it fits the file.
  package static func model(_ bytes: [UInt8]) throws(ModelFileError) -> TrainedModel {
    var reader = ByteReader(bytes)
    guard let size = reader.readCount(), size <= longestHeader,
      let text = reader.readBytes(size),
      let header = try? JSONDecoder().decode([String: Entry].self, from: Data(text))
    else { throw .noSafeTensors }
    guard case .metadata(let metadata)? = header["__metadata__"] else { throw .notDaybook }
    let words = try ModelWords(metadata)
    let numbers = bytes.dropFirst(8 + size)
    var tensors: [TrainedModel.Tensor] = []
    for layer in words.architecture.layers.indices {
      for shape in words.architecture.parameters(ofLayer: layer) {
        let name = TrainedModel.Tensor(layer: layer, shape: shape, numbers: []).name
        guard case .tensor(let entry)? = header[name] else { throw .missingTensor(name) }
        guard let floats = entry.floats(of: numbers, shape) else { throw .wrongTensor(name) }
        tensors.append(.init(layer: layer, shape: shape, numbers: floats))
      }
    }
    guard header.count == tensors.count + 1 else { throw .moreTensors }
    return try words.model(tensors)
  }

  /// A member of the header: a tensor, or the texts that stand beside all of them.
  private enum Entry: Decodable {
    case tensor(TensorEntry)
    case metadata([String: String])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let tensor = try? container.decode(TensorEntry.self) {
        self = .tensor(tensor)
      } else {
        self = .metadata(try container.decode([String: String].self))
      }
    }
  }

  private struct TensorEntry: Decodable {
    let dtype: String
    let shape: [Int]
    let data_offsets: [Int]

    /// The numbers; `nil` where they are of another shape or type, or not all there.
    func floats(of numbers: ArraySlice<UInt8>, _ shape: ParameterShape) -> [Float]? {
      guard dtype == "F32", self.shape == shape.dimensions, data_offsets.count == 2,
        data_offsets[0] >= 0, data_offsets[1] >= data_offsets[0],
        data_offsets[1] <= numbers.count, data_offsets[1] - data_offsets[0] == 4 * shape.count
      else { return nil }
      var reader = ByteReader(numbers.dropFirst(data_offsets[0]))
      return reader.readFloats(shape.count)
    }
  }
}
