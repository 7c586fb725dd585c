/// Why no report can be made of a run.
package enum ReportError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The page's template does not parse, which is a fault of the program.
  case badTemplate(reason: String)

  package var description: String {
    switch self {
    case .badTemplate(let reason):
      "the template of the page is broken (\(reason)); build daybook again from unchanged sources"
    }
  }
}
