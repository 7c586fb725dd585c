import Language

/// What the name of an IDX file tells: `emnist-letters-train-images-idx3-ubyte.gz`.
///
/// The family's names differ in dots and dashes, and in what they call the images to test with.
struct IDXName: Sendable, Equatable {
  enum Part: Sendable, Hashable {
    case training
    case test

    /// As MNIST calls it.
    var name: String { self == .training ? "train" : "t10k" }
  }

  enum Role: String, Sendable, Hashable {
    case images
    case labels
  }

  /// What stands before the part, such as "emnist-letters"; empty for MNIST.
  let set: String
  let part: Part
  let role: Role
  /// Of names that mean the same the least is taken: dashes before dots, as they are before gzipped.
  let preference: Int

  init?(_ name: String) {
    let lower = name.lowercased()
    let isGzipped = lower.hasSuffix(".gz")
    let stem = isGzipped ? lower.dropLast(3) : lower[...]
    let words = stem.split { "-._ ".contains($0) }.map(String.init)
    guard let place = words.firstIndex(where: { Role(rawValue: $0) != nil }),
      let role = Role(rawValue: words[place]), place > 0,
      words[(place + 1)...].contains(where: { $0.hasPrefix("idx") })
    else { return nil }
    switch words[place - 1] {
    case "train", "training": part = .training
    case "t10k", "test": part = .test
    default: return nil
    }
    self.role = role
    set = words[..<(place - 1)].joined(separator: "-")
    preference = (isGzipped ? 1 : 0) + (stem.contains(".") ? 2 : 0)
  }
}

/// What a data set of the family is known for that its files do not say.
struct IDXFamily: Sendable, Equatable {
  /// The names of the classes, by the numbers of the labels from `first` on.
  let names: [String]?
  let first: Int
  /// Whether rows are stored as columns.
  let isTransposed: Bool
  let note: DataNote?

  /// Takes the name of a set, such as "emnist-letters".
  ///
  /// G. Cohen, S. Afshar, J. Tapson and A. van Schaik, "EMNIST: an extension of MNIST to handwritten
  /// letters" (2017), and the files `emnist-SPLIT-mapping.txt` that come with it.
  init(_ set: String) {
    let split = set.split(separator: "-").last.map(String.init) ?? ""
    guard set.hasPrefix("emnist") else {
      self.init(names: nil, first: 0, isTransposed: false, note: nil)
      return
    }
    let digits = (0...9).map(String.init)
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init)
    let upright = DataNote(
      "images of EMNIST are stored on their side, and are turned upright",
      help: "write 'orient: transposed' to say so, or 'orient: upright'")
    switch split {
    case "letters":
      self.init(names: letters, first: 1, isTransposed: true, note: upright)
    case "balanced", "bymerge":
      self.init(
        names: digits + letters + "abdefghnqrt".map(String.init), first: 0, isTransposed: true,
        note: upright)
    case "byclass":
      self.init(
        names: digits + letters + letters.map { $0.lowercased() }, first: 0, isTransposed: true,
        note: upright)
    default: self.init(names: nil, first: 0, isTransposed: true, note: upright)
    }
  }

  private init(names: [String]?, first: Int, isTransposed: Bool, note: DataNote?) {
    self.names = names
    self.first = first
    self.isTransposed = isTransposed
    self.note = note
  }
}
