/// What Slurm is given: the script of a job array, and the words of its submission.
package struct SlurmScript {
  let work: EngineWork
  /// What is added to an array's index to give the number of a run.
  let offset: Int
  let options: [String]
  let maxRunning: Int?
  let folder: String

  package init(
    work: EngineWork, offset: Int, options: [String], maxRunning: Int?, folder: String
  ) {
    self.work = work
    self.offset = offset
    self.options = options
    self.maxRunning = maxRunning
    self.folder = folder
  }

  /// The name by which the queue is asked for the array.
  package var jobName: String { "\(work.name)-\(offset)" }

  /// Where a task writes, for people: `%a` stands for its index.
  package static func log(ofRun run: Int, in folder: String) -> String {
    "\(folder)/run-\(run).log"
  }

  /// The text of the script.
  ///
  /// A task that is told to end, since its time is up, has stored how far it has come; it asks to be
  /// queued again and goes on from there.
  package func text(command: [String]) -> String {
    """
    #!/bin/sh
    run=$((SLURM_ARRAY_TASK_ID + \(offset)))
    exec >>\(Self.quoted(folder))/run-$run.log 2>&1
    threads=${SLURM_CPUS_ON_NODE:-1}
    [ "$threads" -le 256 ] || threads=256
    \(command.map(word).joined(separator: " ")) --threads "$threads" &
    task=$!
    trap 'kill -TERM $task 2>/dev/null' TERM
    wait $task
    status=$?
    while kill -0 $task 2>/dev/null; do wait $task; status=$?; done
    if [ $status -eq 143 ] || [ $status -eq 130 ]; then
      scontrol requeue "${SLURM_ARRAY_JOB_ID}_${SLURM_ARRAY_TASK_ID}"
      exit $status
    fi
    if [ $status -eq 0 ]; then rm -f \(Self.quoted(folder))/run-$run.failed
    else echo $status >>\(Self.quoted(folder))/run-$run.failed; fi
    exit $status

    """
  }

  /// A word of the command; the run is the script's variable.
  private func word(_ word: String) -> String {
    word == "$run" ? "\"$run\"" : Self.quoted(word)
  }

  /// The words that submit it for some runs.
  package func submission(of runs: [Int], script: String) -> [String] {
    let limit = maxRunning.map { "%\($0)" } ?? ""
    return [
      "sbatch", "--parsable", "--job-name=\(jobName)",
      "--array=\(Self.ranges(indices(runs)))\(limit)",
      "--requeue", "--open-mode=append", "--signal=B:TERM@30", "--output=/dev/null",
    ]
      + options.map { "--\($0)" } + [script]
  }

  private func indices(_ runs: [Int]) -> [Int] { runs.map { $0 - offset } }

  /// Numbers as Slurm writes them: "0-3,7".
  package static func ranges(_ numbers: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers.sorted() {
      if let last = ranges.last, last.upperBound + 1 == number {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return ranges.map { range in
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
    }.joined(separator: ",")
  }

  /// A word as a shell reads it: by scalars, since a quotation mark that a combining accent follows
  /// is another `Character`, and ends the word all the same.
  static func quoted(_ word: String) -> String {
    "'" + word.unicodeScalars.map { $0 == "'" ? "'\\''" : String($0) }.joined() + "'"
  }
}
