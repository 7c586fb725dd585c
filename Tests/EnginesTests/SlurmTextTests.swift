import Engines
import Testing

/// What Slurm is told, and how its answers are read; `SlurmTests` has the real one.
@Suite struct SlurmTextTests {
  private static func script(offset: Int = 0, maxRunning: Int? = nil) -> SlurmScript {
    let work = EngineWork(
      runs: [], name: "daybook-0123456789ab", threads: 1, maxMemory: nil, freeMemory: { 0 },
      compute: { _, _ in }, isStored: { _ in false }, command: nil, folder: nil,
      isCancelled: { false }, tell: { _ in })
    return SlurmScript(
      work: work, offset: offset, options: ["partition=long"], maxRunning: maxRunning,
      folder: "/a folder/it's")
  }

  @Test("The indices of an array are written as ranges")
  func ranges() {
    #expect(SlurmScript.ranges([3, 1, 2, 7, 9, 8, 20]) == "1-3,7-9,20")
    #expect(SlurmScript.ranges([0]) == "0")
  }

  @Test("An array has the runs as indices, what is passed on, and a limit of tasks at a time")
  func submission() {
    let words = Self.script(offset: 1001, maxRunning: 4)
      .submission(of: [1001, 1002, 1005], script: "/s.sh")
    #expect(words.contains("--array=0-1,4%4"))
    #expect(words.contains("--job-name=daybook-0123456789ab-1001"))
    #expect(words.contains("--partition=long") && words.contains("--requeue"))
    #expect(words.last == "/s.sh")
  }

  @Test("A script quotes what a shell would read otherwise, and leaves it the run")
  func text() {
    let text = Self.script(offset: 1001)
      .text(command: ["/bin/day book", "sweep", "it's.md", "--run", "$run"])
    #expect(text.contains("run=$((SLURM_ARRAY_TASK_ID + 1001))"))
    #expect(text.contains("[ \"$threads\" -le 256 ] || threads=256\n"))
    #expect(text.contains(#"'/bin/day book' 'sweep' 'it'\''s.md' '--run' "$run""#))
    #expect(text.contains(#"'/a folder/it'\''s'/run-$run.log"#))
    // To a shell the quotation mark stands by itself.
    let accent = Self.script().text(command: ["a'\u{301};b"])
    #expect(accent.contains("'a'\\''\u{301};b'"))
  }

  @Test("Tasks of the sweep are found in the queue, whatever else is there")
  func queue() {
    let tasks = SlurmQueue.tasks(
      of: "daybook-0123456789ab",
      in: """
        12|3|daybook-0123456789ab-1001|RUNNING|None
        12|4|daybook-0123456789ab-1001|PENDING|BeginTime
        13|0|daybook-0123456789ab-0|COMPLETING|None
        13|1|daybook-0123456789ab-0|CANCELLED|None
        14|N/A|something-else|PENDING|Priority
        15|2|daybook-0123456789ac-0|RUNNING|None
        damaged line
        """)
    #expect(
      tasks == [
        .init(id: "12_3", run: 1004, isRunning: true, waitsForTime: false),
        .init(id: "12_4", run: 1005, isRunning: false, waitsForTime: true),
        .init(id: "13_0", run: 0, isRunning: false, waitsForTime: false),
      ])
  }

  @Test("The largest array is what the configuration says")
  func largest() {
    #expect(
      SlurmQueue.mostTasks(in: "MaxJobCount = 10000\nMaxArraySize            = 77\n") == 77)
    #expect(SlurmQueue.mostTasks(in: "nothing") == nil)
  }
}
