import CWork

/// What some code took, in figures that are the same on every machine and under any load.
struct Work {
  /// Bytes asked of the allocator in all, freed or not: an upper bound of the memory it held.
  let bytes: Int
  /// Of these, those asked for in blocks of `WORK_LARGE` and more.
  let largeBytes: Int
  /// Edges of the control flow that were passed.
  let steps: Int

  /// Runs some code on this thread and counts its work.
  init(of body: () -> Void) {
    let (bytes, largeBytes) = (work_bytes(), work_large_bytes())
    let steps = work_steps()
    body()
    self.bytes = Int(work_bytes() - bytes)
    self.largeBytes = Int(work_large_bytes() - largeBytes)
    self.steps = Int(work_steps() - steps)
  }
}

/// Figures at n, 2n and 4n.
struct Growth: CustomStringConvertible {
  let figures: [Int]

  /// Whether the figures grow no faster than their input.
  ///
  /// What is linear grows twice as much from 2n to 4n as from n to 2n, what is n log n a little more,
  /// what is quadratic four times as much. `slack` is what a table or buffer may add that doubles
  /// just there. Where less is done for more input, since a limit refuses it, what n took counts.
  func isLinear(slack: Int) -> Bool {
    let first = max(figures[1] - figures[0], figures[0])
    return figures[2] - figures[1] <= first * 5 / 2 + slack
  }

  var description: String { figures.map(String.init).joined(separator: ", ") }
}
