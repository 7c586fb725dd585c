/// Runs to be done, each by itself, and what an engine has at hand for them.
package struct EngineWork: Sendable {
  /// What a run may take while others go on beside it.
  package struct Share: Sendable, Equatable {
    package let threads: Int
    /// Runs at a time, which share what memory there is.
    package let runs: Int

    package init(threads: Int, runs: Int) {
      self.threads = threads
      self.runs = runs
    }
  }

  /// What becomes of a run.
  package enum News: Sendable, Equatable {
    case began(run: Int)
    case ended(run: Int)
    case failed(run: Int, message: String, help: String?)
    /// Something that is no reason to fail.
    case warned(String)
  }

  /// The numbers of the runs.
  package let runs: [Int]
  /// What tells these runs from those of other work: a word of letters, digits and hyphens.
  package let name: String
  /// Threads that all runs on this machine may take together.
  package let threads: Int
  /// The bytes of memory that they may take together, where that was said.
  package let maxMemory: Int?
  /// The bytes of memory that are free.
  package let freeMemory: @Sendable () -> Int
  /// Does a run in this process and tells what became of it; throws only where it is asked to stop.
  package let compute: @Sendable (_ run: Int, Share) async throws -> Void
  /// Whether the store has what a run comes to.
  package let isStored: @Sendable (_ run: Int) -> Bool
  /// The command that does the run that a shell's word names, and stores what it comes to; `nil`
  /// where nothing is stored.
  package let command: (@Sendable (_ word: String) -> [String])?
  /// A folder for scripts and logs, which every machine sees; `nil` where nothing is stored.
  package let folder: String?
  package let isCancelled: @Sendable () -> Bool
  package let tell: @Sendable (News) -> Void

  package init(
    runs: [Int], name: String, threads: Int, maxMemory: Int?,
    freeMemory: @escaping @Sendable () -> Int,
    compute: @escaping @Sendable (Int, Share) async throws -> Void,
    isStored: @escaping @Sendable (Int) -> Bool,
    command: (@Sendable (String) -> [String])?, folder: String?,
    isCancelled: @escaping @Sendable () -> Bool, tell: @escaping @Sendable (News) -> Void
  ) {
    self.runs = runs
    self.name = name
    self.threads = threads
    self.maxMemory = maxMemory
    self.freeMemory = freeMemory
    self.compute = compute
    self.isStored = isStored
    self.command = command
    self.folder = folder
    self.isCancelled = isCancelled
    self.tell = tell
  }
}
