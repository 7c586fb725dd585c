import Files

/// What the shell allows a program (`ulimit`), and what this one cannot do without.
///
/// Threads and memory that the system refuses end a program without a word, so they are asked about
/// before.
enum Limits {
  private struct Limit {
    let name: String
    let option: String
    let resource: SystemLimit
    /// The least that a run works with, and in words.
    let least: Int
    let inWords: String
  }

  private static let all = [
    Limit(name: "open files", option: "-n", resource: .openFiles, least: 32, inWords: "32"),
    Limit(name: "the stack", option: "-s", resource: .stack, least: 512 << 10, inWords: "512"),
    Limit(
      name: "memory", option: "-v", resource: .addresses, least: 1 << 30, inWords: "1048576"),
  ]

  /// What is wrong with the first limit that is too low; `nil` for nothing.
  static var problem: String? {
    all.first { $0.resource.current < $0.least }.map { limit in
      "the limit of \(limit.name) is too low; "
        + "raise it with 'ulimit \(limit.option) \(limit.inWords)'"
    }
  }
}
