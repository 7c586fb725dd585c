import Notebook

extension Load {
  /// What the notebook says of the classes.
  package enum Classes: Sendable, Equatable {
    case count(Int)
    /// In the order of the labels.
    case names([String])
  }

  /// Pixels across and down.
  package struct Size: Sendable, Equatable {
    package let width: Int
    package let height: Int
  }

  /// How images stand in their file.
  package enum Orientation: String, CaseIterable, Sendable {
    case upright
    case transposed
  }

  /// What the notebook says of the data beside where they are; each is told by the files where it is
  /// left out.
  package struct Details: Sendable, Equatable {
    package var classes: Classes?
    package var size: Size?
    package var channels: Int?
    package var orientation: Orientation?
    package var levels: Int?
    /// The column of the labels: `first`, `last` or a name.
    package var label: String?
    /// The name of the column that tells rows apart.
    package var id: String?
  }

  static let classList = OptionDeclaration<Classes>(
    "classes", .classes, .optional,
    "how many classes there are, or their names in the order of the labels; "
      + "told by the labels where left out")
  static let size = OptionDeclaration<Size>(
    "size", .imageSize, .optional,
    "pixels across and down, where the files do not say it; a square where left out")
  static let channels = OptionDeclaration<Int>(
    "channels", .channels, .optional, "1 for grey levels, 3 for red, green and blue")
  static let orientation = OptionDeclaration<Orientation>(
    "orient", .choice, .optional,
    "whether rows are stored as columns, as in the files of EMNIST; told by their names")
  static let levels = OptionDeclaration<Int>(
    "levels", .wholeNumber(1...255), .optional,
    "the largest level, 255 where left out; 1 for fractions from 0 to 1")
  static let label = OptionDeclaration<String>(
    "label", .text("first, last, or the name of a column"), .optional,
    "with csv: the column of the labels; told by the header where left out")
  static let id = OptionDeclaration<String>(
    "id", .text("the name of a column"), .optional,
    "with csv: the column that tells rows apart; told by the header where left out")

  static func details(_ decoder: inout OptionDecoder) -> Details {
    Details(
      classes: decoder.optional(classList), size: decoder.optional(size),
      channels: decoder.optional(channels), orientation: decoder.optional(orientation),
      levels: decoder.optional(levels), label: decoder.optional(label), id: decoder.optional(id))
  }
}

extension OptionType where Value == Load.Classes {
  /// The count of classes, or their names.
  static var classes: Self {
    Self(
      "a whole number from 2 to 1000, or a list of 2 to 1000 names",
      readingAll: { value throws(OptionProblems) in
        if case .list(let elements, _) = value { return .names(try names(elements, in: value)) }
        guard case .scalar(let text, _, _) = value, let count = Int(grouped: text),
          (2...1000).contains(count)
        else { throw OptionProblems([OptionProblem().standing(at: value)]) }
        return .count(count)
      }, canonical: canonical)
  }

  private static func names(
    _ elements: [OptionValue], in list: OptionValue
  ) throws(OptionProblems) -> [String] {
    guard (2...1000).contains(elements.count) else {
      let message = "a data set has 2 to 1000 classes, not \(elements.count)"
      throw OptionProblems([OptionProblem(message: message).standing(at: list)])
    }
    var (names, problems): ([String], [OptionProblem]) = ([], [])
    for element in elements {
      guard case .scalar(let name, _, _) = element, (1...100).contains(name.utf8.count) else {
        problems.append(OptionProblem(message: "this is no name of a class").standing(at: element))
        continue
      }
      if names.contains(name) {
        let message = "two classes are called '\(name)'"
        problems.append(OptionProblem(message: message).standing(at: element))
      }
      names.append(name)
    }
    guard problems.isEmpty else { throw OptionProblems(problems) }
    return names
  }

  private static func canonical(_ classes: Load.Classes) -> String {
    switch classes {
    case .count(let count): String(count)
    case .names(let names): names.canonicalList
    }
  }
}

extension OptionType where Value == Load.Size {
  /// Width and height: `28x20`.
  static var imageSize: Self {
    .phrase(
      "width and height of up to 1024 pixels, such as 28x20",
      canonical: { "\($0.width)x\($0.height)" }
    ) { text in
      let sides = text.lowercased().split(
        whereSeparator: { $0 == "x" || $0 == "×" || $0 == " " }
      ).map { Int($0) }
      guard sides.count == 2, let width = sides[0], let height = sides[1],
        (1...1024).contains(width), (1...1024).contains(height)
      else { return nil }
      return Load.Size(width: width, height: height)
    }
  }
}

extension OptionType where Value == Int {
  /// How many numbers a pixel has.
  fileprivate static var channels: Self {
    .scalar("1 or 3", choices: ["1", "3"], canonical: { String($0) }) { text in
      Int(grouped: text).flatMap { [1, 3].contains($0) ? $0 : nil }
    }
  }
}
