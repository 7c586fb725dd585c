/// What differs from run to run: how long each step took, and why it was computed.
package struct RunRecord: Sendable, Equatable {
  package let steps: [StepRecord]
  /// Wall-clock seconds from the first step to the last.
  package let seconds: Double
  package let threads: Int

  package struct StepRecord: Sendable, Equatable {
    package let name: String
    package let kind: String
    package let seconds: Double
    /// Whether the result came from the store.
    package let isStored: Bool
    /// Why it was computed or not, in words.
    package let why: String
  }
}
