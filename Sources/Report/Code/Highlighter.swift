/// Colours code by what its words are: comments, strings, numbers, keywords, types, keys.
struct Highlighter {
  private enum Token: String {
    case comment
    case string
    case number
    case keyword
    case type
    case key
  }

  private let language: String
  private let characters: [Character]
  private var index = 0
  private var html = HTML.empty

  private static let keywords: Set<String> = [
    "as", "associatedtype", "async", "await", "break", "case", "catch", "class", "consuming",
    "continue", "default", "defer", "do", "else", "enum", "extension", "false", "fileprivate",
    "final", "for", "func", "guard", "if", "import", "in", "init", "inout", "internal", "is",
    "let", "mutating", "nil", "package", "private", "protocol", "public", "repeat", "return",
    "self", "Self", "some", "static", "struct", "subscript", "super", "switch", "throw", "throws",
    "true", "try", "typealias", "var", "where", "while", "borrowing", "deinit", "any", "get", "set",
  ]

  /// The code as HTML; languages that are not known stay plain.
  static func html(_ text: String, language: String) -> HTML {
    switch language {
    case "swift":
      var highlighter = Highlighter(text, language)
      return highlighter.swift()
    case "yaml", "yml":
      return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        var highlighter = Highlighter(String(line), language)
        return highlighter.yamlLine()
      }.joined(separator: "\n")
    default: return "\(text)"
    }
  }

  private init(_ text: String, _ language: String) {
    characters = Array(text)
    self.language = language
  }

  // MARK: - Swift

  private mutating func swift() -> HTML {
    while index < characters.count {
      let character = characters[index]
      if starts("//") {
        emit(.comment, until: end { $0 == "\n" })
      } else if starts("/*") {
        emit(.comment, until: endOfBlockComment)
      } else if character == "\"" {
        emit(.string, until: endOfString)
      } else if character.isNumber {
        emit(.number, until: end { !($0.isNumber || $0.isLetter || $0 == "_" || $0 == ".") })
      } else if character.isLetter || character == "_" || character == "@" || character == "#" {
        word()
      } else {
        plain(until: index + 1)
      }
    }
    return html
  }

  private mutating func word() {
    let stop = end(from: index + 1) { !($0.isLetter || $0.isNumber || $0 == "_") }
    let word = String(characters[index..<stop])
    if Self.keywords.contains(word) || word.hasPrefix("@") || word.hasPrefix("#") {
      emit(.keyword, until: stop)
    } else if word.first?.isUppercase == true, word.count > 1 {
      emit(.type, until: stop)
    } else {
      plain(until: stop)
    }
  }

  private var endOfString: Int {
    if starts("\"\"\"") {
      var stop = index + 3
      while stop < characters.count, !starts("\"\"\"", at: stop) { stop += 1 }
      return min(stop + 3, characters.count)
    }
    var stop = index + 1
    while stop < characters.count, characters[stop] != "\"", characters[stop] != "\n" {
      stop += characters[stop] == "\\" ? 2 : 1
    }
    return min(stop + 1, characters.count)
  }

  private var endOfBlockComment: Int {
    var stop = index + 2
    while stop < characters.count, !starts("*/", at: stop) { stop += 1 }
    return min(stop + 2, characters.count)
  }

  // MARK: - YAML

  private mutating func yamlLine() -> HTML {
    let start = end { !$0.isWhitespace }
    plain(until: start)
    if let colon = characters[start...].firstIndex(of: ":"), characters[index...].first != "#",
      colon + 1 == characters.count || characters[colon + 1].isWhitespace
    {
      emit(.key, until: colon)
    }
    while index < characters.count {
      let character = characters[index]
      if character == "#", index == 0 || characters[index - 1].isWhitespace {
        emit(.comment, until: characters.count)
      } else if character == "\"" || character == "'" {
        let close = characters[(index + 1)...].firstIndex(of: character) ?? characters.count - 1
        emit(.string, until: close + 1)
      } else if character.isNumber, index == 0 || !isWordPart(characters[index - 1]) {
        emit(.number, until: end { !($0.isNumber || $0 == "." || $0 == "_") })
      } else {
        plain(until: index + 1)
      }
    }
    return html
  }

  private func isWordPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "-" || character == "_"
  }

  // MARK: - Pieces

  private func starts(_ text: String, at position: Int? = nil) -> Bool {
    characters[(position ?? index)...].starts(with: text)
  }

  private func end(from start: Int? = nil, where stops: (Character) -> Bool) -> Int {
    characters[(start ?? index)...].firstIndex(where: stops) ?? characters.count
  }

  private mutating func plain(until stop: Int) {
    html += "\(String(characters[index..<max(index, stop)]))"
    index = max(index, stop)
  }

  private mutating func emit(_ token: Token, until stop: Int) {
    let text = String(characters[index..<stop])
    html += "<span class=\"\(HTML(trusted: token.rawValue))\">\(text)</span>"
    index = stop
  }
}
