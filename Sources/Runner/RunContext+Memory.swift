import Datasets

extension RunContext {
  /// The bytes of memory that the run may still take at a time.
  var memory: Int { min(maxMemory ?? .max, availableMemory()) }

  /// Throws where work takes more memory than there is, before it takes any.
  ///
  /// - Parameters:
  ///   - needed: The bytes that it takes.
  ///   - held: The bytes that what it works on takes already; a limit of the run's counts them.
  ///   - work: What it is, in words, such as "the training".
  ///   - help: What to do beside raising the limit, such as "write smaller layers".
  ///   - option: The option that the figure depends on most.
  func expectMemory(
    _ needed: Int, beside held: Int, for work: String, help: String, option: String?
  ) throws(StepFailure) {
    let (total, overflows) = needed.addingReportingOverflow(held)
    if let maxMemory, overflows || total > maxMemory {
      throw StepFailure(
        "\(work) takes \(memoryText(overflows ? needed : total)) of memory, and --max-memory "
          + "allows \(memoryText(maxMemory))",
        help: "\(help), or raise --max-memory", option: option)
    }
    let available = availableMemory()
    guard needed <= available else {
      throw StepFailure(
        "\(work) takes \(memoryText(needed)) of memory, and \(memoryText(available)) are free",
        help: "\(help), or \(helpForShortMemory)", option: option)
    }
  }
}
