import CCairo

/// A failure of Cairo: a status other than success.
package struct CairoError: Error, Equatable, Sendable {
  /// The value of `cairo_status_t`.
  package let status: UInt32
  /// What Cairo calls it, such as "out of memory".
  package let message: String
}

extension CairoError: CustomStringConvertible {
  package var description: String { "\(message) (status \(status))" }
}

extension CairoError {
  /// Takes a status; `nil` where it is success.
  init?(_ status: cairo_status_t) {
    guard status != CAIRO_STATUS_SUCCESS else { return nil }
    let message = cairo_status_to_string(status).map { String(cString: $0) }
    self.init(status: UInt32(status.rawValue), message: message ?? "unknown status")
  }
}
