// A layer is written as a line of the notebook: its words with spaces between them. Its canonical
// form has single spaces and leaves out what is the default.

extension LayerSpec {
  /// Takes a layer from its words, with any spaces between them.
  package init(_ text: String) throws(LayerSyntaxError) {
    var words = LayerWords(text)
    let kind = Self.kinds.first { $0.form.word != nil && $0.form.word == words.first }
    if kind != nil { words.skip() }
    self = try (kind ?? DenseSpec.self).init(&words).spec
    guard words.isAtEnd else { throw .noLayer(text) }
  }
}

/// The words of a layer, taken from first to last.
package struct LayerWords {
  /// The layer as it is written.
  let text: String
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

  /// "0.3".
  mutating func number(_ bounds: ClosedRange<Double>) throws(LayerSyntaxError) -> Double {
    guard let word = words.popFirst(), let number = Double(word), bounds.contains(number) else {
      throw .noLayer(text)
    }
    return number
  }

  /// Rows and columns: "5x5".
  mutating func size() throws(LayerSyntaxError) -> KernelSize {
    let sides = (words.popFirst() ?? "").split(separator: "x", omittingEmptySubsequences: false)
    guard sides.count == 2, let height = Int(sides[0]), let width = Int(sides[1]) else {
      throw .noLayer(text)
    }
    let size = KernelSize(height: height, width: width)
    guard size.isWithinBounds else { throw .noLayer(text) }
    return size
  }

  mutating func activation() throws(LayerSyntaxError) -> Activation {
    let place = words.startIndex
    guard let word = words.popFirst() else { throw .noLayer(text) }
    guard let activation = Activation(rawValue: word) else {
      throw .noActivation(word, place: place)
    }
    return activation
  }
}

/// Why a text is no layer.
package enum LayerSyntaxError: Error, Sendable, Equatable {
  /// The text does not have the form of a layer.
  case noLayer(String)
  /// The word stands for an activation and is none; its place among the words, from 0.
  case noActivation(String, place: Int)
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
