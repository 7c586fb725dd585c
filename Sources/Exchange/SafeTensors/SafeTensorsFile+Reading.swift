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
    let places = try places(in: header, words.architecture, among: numbers.count)
    var tensors: [TrainedModel.Tensor] = []
    for place in places {
      var reader = ByteReader(numbers.dropFirst(place.bytes.lowerBound))
      guard let floats = reader.readFloats(place.shape.count) else { throw .noSafeTensors }
      tensors.append(.init(layer: place.layer, shape: place.shape, numbers: floats))
    }
    return try words.model(tensors)
  }

  /// Where the numbers of a tensor are.
  private struct Place {
    let layer: Int
    let shape: ParameterShape
    /// Counted from the end of the header.
    let bytes: Range<Int>
  }

  /// Where the tensors of a network are, which are all that a file has, side by side: were they to
  /// share their numbers, a small file would make a network of any size.
  private static func places(
    in header: [String: Entry], _ architecture: Architecture, among count: Int
  ) throws(ModelFileError) -> [Place] {
    var places: [Place] = []
    for layer in architecture.layers.indices {
      for shape in architecture.parameters(ofLayer: layer) {
        let name = TrainedModel.Tensor(layer: layer, shape: shape, numbers: []).name
        guard case .tensor(let entry)? = header[name] else { throw .missingTensor(name) }
        guard let bytes = entry.bytes(of: shape, among: count) else { throw .wrongTensor(name) }
        places.append(Place(layer: layer, shape: shape, bytes: bytes))
      }
    }
    guard header.count == places.count + 1 else { throw .moreTensors }
    var end = 0
    for bytes in places.map(\.bytes).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      guard bytes.lowerBound == end else { throw .unevenTensors }
      end = bytes.upperBound
    }
    guard end == count else { throw .unevenTensors }
    return places
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

    /// Where the numbers are; `nil` where they are of another shape or type, or not all there.
    func bytes(of shape: ParameterShape, among count: Int) -> Range<Int>? {
      guard dtype == "F32", self.shape == shape.dimensions, data_offsets.count == 2,
        data_offsets[0] >= 0, data_offsets[1] >= data_offsets[0], data_offsets[1] <= count,
        data_offsets[1] - data_offsets[0] == 4 * shape.count
      else { return nil }
      return data_offsets[0]..<data_offsets[1]
    }
  }
}
