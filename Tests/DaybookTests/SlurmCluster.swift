import Foundation

/// A Slurm of one node on loopback, for as long as it lives.
final class SlurmCluster {
  private let folder: URL
  /// Ends what is left of the cluster, when its input does.
  private let keeper = Process()
  /// The keeper's input: it ends with the cluster, and with the tests however they do.
  private let lifeline = Pipe()
  /// How long anything here may take, in seconds.
  private static let patience = 120.0
  /// What programs need to find it.
  var environment: [String: String] { ["SLURM_CONF": folder.appending(path: "slurm.conf").path()] }

  /// Why there can be none here; `nil` where there can.
  static let obstacle: String? = {
    if getuid() != 0 { return "Slurm is started by root alone" }
    let programs = [
      "/usr/sbin/slurmctld", "/usr/sbin/slurmd", "/usr/sbin/munged", "/usr/bin/sbatch",
    ]
    let missing = programs.filter { !FileManager.default.isExecutableFile(atPath: $0) }
    return missing.isEmpty
      ? nil : "\(missing.joined(separator: ", ")) missing: apt-get install slurm-wlm munge"
  }()

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "slurm-\(UUID().uuidString)")
    for name in ["state", "spool", "log"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: name), withIntermediateDirectories: true)
    }
    try Data(configuration(ports: freePorts(2)).utf8).write(
      to: folder.appending(path: "slurm.conf"))
    try startKeeper()
    try startMunge()
    try start("/usr/sbin/slurmctld")
    try start("/usr/sbin/slurmd")
    try wait(for: "a node that is idle") { try shell("sinfo", "-h", "-o", "%T").contains("idle") }
  }

  deinit {
    try? lifeline.fileHandleForWriting.close()
    try? keeper.waitForEnd(seconds: Self.patience)
  }

  /// Starts what kills every process that has the cluster's configuration or works in its folder:
  /// services, tasks, and what waits for them.
  private func startKeeper() throws {
    keeper.executableURL = URL(filePath: "/bin/bash")
    keeper.arguments = [
      "-c",
      """
      trap '' HUP INT TERM
      cat >/dev/null
      for round in {1..100}; do
        found=$({
          grep -lzxF "SLURM_CONF=$1/slurm.conf" /proc/[0-9]*/environ
          find /proc/[0-9]*/cwd -maxdepth 0 -lname "$1/*"
        } 2>/dev/null | cut -d / -f 3 | sort -u)
        [ "$found" ] || break
        kill -KILL $found 2>/dev/null
        sleep 0.05
      done
      rm -rf "$1"
      """, "keeper", folder.path(),
    ]
    keeper.standardInput = lifeline
    keeper.standardOutput = FileHandle.nullDevice
    keeper.standardError = FileHandle.nullDevice
    try keeper.run()
  }

  /// Runs one of Slurm's commands and gives what it prints.
  func shell(_ words: String...) throws -> String { try shell(words) }

  private func shell(_ words: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    let output = try WrittenText()
    process.standardOutput = output.handle
    process.standardError = output.handle
    try process.run()
    try process.waitForEnd(seconds: Self.patience)
    return try output.text
  }

  func restartController() throws {
    stop("slurmctld")
    try start("/usr/sbin/slurmctld")
    try wait(for: "the controller") { try shell("scontrol", "ping").contains("UP") }
  }

  /// Takes the node away, with what runs on it, and gives it back.
  func loseNode() throws {
    let node = "nodename=\(ProcessInfo.processInfo.hostName)"
    try wait(for: "a node that is down") {
      // Said again until it is so: a controller that is busy refuses.
      _ = try shell("scontrol", "update", node, "state=down", "reason=test")
      return try shell("sinfo", "-h", "-o", "%T").contains("down")
    }
    try wait(for: "a node that is back") {
      _ = try shell("scontrol", "update", node, "state=resume")
      return try !shell("sinfo", "-h", "-o", "%T").contains("down")
    }
    try startWhatWaits()
  }

  /// Takes the place of what runs, by a job of a partition that goes first.
  func preempt() throws {
    let job = try shell(
      "sbatch", "--parsable", "-p", "high", "-n", "2", "-o", "/dev/null", "--wrap", "true"
    )
    .trimmingCharacters(in: .whitespacesAndNewlines)
    try wait(for: "the job that goes first") {
      try !shell("squeue", "-h", "-j", job, "-t", "PENDING,RUNNING,COMPLETING").contains(job)
    }
    try startWhatWaits()
  }

  /// Slurm lets what it has queued again wait for two minutes.
  func startWhatWaits() throws {
    let tasks = try shell("squeue", "-h", "-r", "-t", "PENDING", "-o", "%A")
    for task in Set(tasks.split(separator: "\n").map(String.init)) {
      _ = try shell("scontrol", "update", "jobid=\(task)", "starttime=now")
    }
  }

  /// The tasks that are running.
  var running: Int {
    get throws {
      try shell("squeue", "-h", "-r", "-t", "RUNNING", "-o", "%A").split(separator: "\n").count
    }
  }

  /// Waits until something holds, and fails where it never does.
  func wait(for what: String, until holds: () throws -> Bool) throws {
    let end = Date(timeIntervalSinceNow: Self.patience)
    while Date() < end {
      if try holds() { return }
      usleep(20_000)
    }
    let state = try shell("scontrol", "show", "node") + shell("squeue", "-r")
    throw Failure(text: "waited in vain for \(what):\n\(state)")
  }

  struct Failure: Error {
    let text: String
  }

  private func start(_ program: String) throws {
    let file = folder.appending(path: "slurm.conf").path()
    let text = try service(program, "-f", file)
    guard text.isEmpty else { throw Failure(text: "\(program): \(text)") }
  }

  /// Starts a service, and gives what it says until it goes on by itself.
  ///
  /// It is left nothing of this process's files: of what it held, nobody would see the end.
  private func service(_ words: String...) throws -> String {
    let closing =
      "for f in /proc/self/fd/*; do f=${f##*/}; [ $f -gt 2 ] && eval \"exec $f>&-\"; done"
    return try shell(["bash", "-c", "\(closing); exec \"$@\"", "service"] + words)
  }

  private func stop(_ name: String) {
    let file = folder.appending(path: "\(name).pid")
    guard let text = try? String(contentsOf: file, encoding: .utf8),
      let process = Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)), process > 1
    else { return }
    kill(process, SIGTERM)
    for _ in 0..<500 where kill(process, 0) == 0 { usleep(20_000) }
  }

  /// Munge runs once for the whole machine, and outlives the tests.
  private func startMunge() throws {
    if try shell("munge", "-n").contains("MUNGE:") { return }
    _ = try shell("install", "-d", "-o", "munge", "-m", "755", "/run/munge")
    _ = try service("runuser", "-u", "munge", "--", "env", "-u", "SLURM_CONF", "/usr/sbin/munged")
    try wait(for: "munge") { try shell("munge", "-n").contains("MUNGE:") }
  }

  private func configuration(ports: [UInt16]) -> String {
    let host = ProcessInfo.processInfo.hostName
    let path = folder.path()
    return """
      ClusterName=test
      SlurmctldHost=\(host)(127.0.0.1)
      SlurmUser=root
      AuthType=auth/munge
      CredType=cred/munge
      MpiDefault=none
      ProctrackType=proctrack/linuxproc
      TaskPlugin=task/none
      JobAcctGatherType=jobacct_gather/none
      AccountingStorageType=accounting_storage/none
      SelectType=select/cons_tres
      SelectTypeParameters=CR_Core
      JobRequeue=1
      KillWait=5
      MinJobAge=300
      MaxArraySize=8
      ReturnToService=1
      SchedulerParameters=sched_interval=1,batch_sched_delay=0
      SlurmctldPort=\(ports[0])
      SlurmdPort=\(ports[1])
      SlurmctldPidFile=\(path)/slurmctld.pid
      SlurmdPidFile=\(path)/slurmd.pid
      SlurmctldLogFile=\(path)/log/slurmctld.log
      SlurmdLogFile=\(path)/log/slurmd.log
      StateSaveLocation=\(path)/state
      SlurmdSpoolDir=\(path)/spool
      MailProg=/bin/true
      NodeName=\(host) NodeAddr=127.0.0.1 CPUs=2 RealMemory=2000 State=UNKNOWN
      PreemptType=preempt/partition_prio
      PreemptMode=REQUEUE
      PartitionName=low Nodes=ALL Default=YES MaxTime=60 State=UP PriorityTier=1 PreemptMode=REQUEUE
      PartitionName=high Nodes=ALL MaxTime=60 State=UP PriorityTier=10 PreemptMode=OFF
      CommunicationParameters=NoCtldInAddrAny,NoInAddrAny

      """
  }
}
