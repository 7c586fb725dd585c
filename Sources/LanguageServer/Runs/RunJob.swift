import Notebook

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A run that the server asks another process for, so that nothing which happens to the run happens
/// to the server: the text as the editor has it, saved or not.
struct RunJob: Codable, Sendable, Equatable {
  let path: String
  let text: String
  /// The last step to run; `nil` for all of them, and for the report.
  let until: String?
}

/// What a run tells the server, a line of JSON each.
enum RunUpdate: Codable, Sendable, Equatable {
  case began(step: String, why: String)
  case progressed(step: String, percentage: Int?, details: String)
  case finished(step: String, what: String)
  case warned(String)
  /// The end, with everything found, and the page where one was written.
  case ended(Ending)
  /// The process is gone; the server itself says so.
  case left(status: Int32)

  struct Ending: Codable, Sendable, Equatable {
    var isInterrupted = false
    var findings: [Finding] = []
    var page: String?
    /// Why there was no run, or no report.
    var problem: String?
  }

  /// A diagnostic as it goes from one process to the other.
  struct Finding: Codable, Sendable, Equatable {
    let isError: Bool
    let message: String
    let help: String?
    /// Line and column of the beginning and of the end; empty for no place.
    let place: [Int]

    init(_ diagnostic: Diagnostic) {
      isError = diagnostic.severity == .error
      message = diagnostic.message
      help = diagnostic.help
      place =
        diagnostic.range.map {
          [$0.start.line, $0.start.column, $0.end.line, $0.end.column]
        } ?? []
    }

    var diagnostic: Diagnostic {
      let range =
        place.count == 4
        ? SourceRange(
          SourcePosition(line: place[0], column: place[1]),
          SourcePosition(line: place[2], column: place[3])) : nil
      return Diagnostic(message, at: range, help: help, severity: isError ? .error : .warning)
    }
  }
}

/// One line of JSON for a value.
func jsonLine(_ value: some Encodable) -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return ((try? encoder.encode(value)).map { [UInt8]($0) } ?? []) + [UInt8(ascii: "\n")]
}

func fromJSONLine<Value: Decodable>(_ type: Value.Type, _ line: [UInt8]) -> Value? {
  try? JSONDecoder().decode(type, from: Data(line))
}
