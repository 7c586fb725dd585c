/// The version of Daybook.
enum Version {
  static let current = "0.1.0"
}
