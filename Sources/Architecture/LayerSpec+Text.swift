// A layer is written as a line of the notebook:
//
//   UNITS ACTIVATION                                     128 relu
//   conv CHANNELS HxW [stride S] [pad P|same] [ACTIVATION]     conv 16 5x5 pad same relu
//   max-pool HxW, average-pool HxW                       max-pool 2x2
//   dropout SHARE                                        dropout 0.3
//
// Its canonical form has single spaces and leaves out what is the default.

extension LayerSpec {
  /// The layer as the notebook writes it: "10 relu".
  package var text: String {
    switch self {
    case .dense(let units, let activation):
      return "\(units) \(activation.rawValue)"
    case .conv(let channels, let kernel, let stride, let padding, let activation):
      var words = ["conv", "\(channels)", kernel.text]
      if stride != 1 { words += ["stride", "\(stride)"] }
      switch padding {
      case .cells(0): break
      case .cells(let count): words += ["pad", "\(count)"]
      case .same: words += ["pad", "same"]
      }
      if let activation { words.append(activation.rawValue) }
      return words.joined(separator: " ")
    case .maxPool(let window):
      return "max-pool \(window.text)"
    case .averagePool(let window):
      return "average-pool \(window.text)"
    case .dropout(let share):
      return "dropout \(share)"
    }
  }

  /// Takes a layer from its words, with any spaces between them.
  package init(_ text: String) throws(LayerSyntaxError) {
    var words = LayerWords(text)
    switch words.first {
    case "conv":
      words.skip()
      self = try .conv(&words)
    case "max-pool":
      words.skip()
      self = .maxPool(try words.size())
    case "average-pool":
      words.skip()
      self = .averagePool(try words.size())
    case "dropout":
      words.skip()
      self = .dropout(try words.share())
    default:
      let units = try words.number(Self.unitBounds)
      self = .dense(units: units, try words.activation())
    }
    guard words.isAtEnd, hasFittingPadding else { throw .noLayer(text) }
  }

  private static func conv(_ words: inout LayerWords) throws(LayerSyntaxError) -> LayerSpec {
    let channels = try words.number(unitBounds)
    let kernel = try words.size()
    let stride = words.take("stride") ? try words.number(sideBounds) : 1
    var padding = Padding.cells(0)
    if words.take("pad") {
      padding = words.take("same") ? .same : .cells(try words.number(0...255))
    }
    let activation = words.isAtEnd ? nil : try words.activation()
    return .conv(channels: channels, kernel: kernel, stride: stride, padding: padding, activation)
  }
}

extension KernelSize {
  /// "5x5".
  package var text: String { "\(height)x\(width)" }
}

/// The words of a layer, taken from first to last.
private struct LayerWords {
  private let text: String
  private var words: ArraySlice<String>

  init(_ text: String) {
    self.text = text
    words = text.split(separator: " ").map(String.init)[...]
  }

  var first: String? { words.first }
  var isAtEnd: Bool { words.isEmpty }

  mutating func skip() { words = words.dropFirst() }

  /// Whether the next word is this one, which is then taken.
  mutating func take(_ word: String) -> Bool {
    guard words.first == word else { return false }
    skip()
    return true
  }

  mutating func number(_ bounds: ClosedRange<Int>) throws(LayerSyntaxError) -> Int {
    guard let word = words.popFirst(), let number = Int(word), bounds.contains(number) else {
      throw .noLayer(text)
    }
    return number
  }

  /// A probability: "0.3".
  mutating func share() throws(LayerSyntaxError) -> Double {
    guard let word = words.popFirst(), let share = Double(word),
      LayerSpec.dropoutBounds.contains(share)
    else { throw .noLayer(text) }
    return share
  }

  /// Rows and columns: "5x5".
  mutating func size() throws(LayerSyntaxError) -> KernelSize {
    let sides = (words.popFirst() ?? "").split(separator: "x", omittingEmptySubsequences: false)
    guard sides.count == 2, let height = Int(sides[0]), let width = Int(sides[1]),
      LayerSpec.sideBounds.contains(height), LayerSpec.sideBounds.contains(width)
    else { throw .noLayer(text) }
    return KernelSize(height: height, width: width)
  }

  mutating func activation() throws(LayerSyntaxError) -> Activation {
    guard let word = words.popFirst() else { throw .noLayer(text) }
    guard let activation = Activation(rawValue: word) else { throw .noActivation(word) }
    return activation
  }
}

/// Why a text is no layer.
package enum LayerSyntaxError: Error, Sendable, Equatable {
  /// The text does not have the form of a layer.
  case noLayer(String)
  /// The word stands for an activation and is none.
  case noActivation(String)
}

extension LayerSpec: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do {
      try self.init(text)
    } catch {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is no layer: \(error)")
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
