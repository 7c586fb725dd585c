import Foundation

/// The real program, run in a folder of its own.
final class Workbench {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "daybook-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The real data set.
  private static let mnist = root.appending(path: "notebooks/data/mnist")

  /// A bench with the real data set in a folder `mnist`: notebooks read what lies beneath their own.
  static func withMNIST() throws -> Workbench {
    let bench = try Workbench()
    try FileManager.default.copyItem(at: mnist, to: bench.folder.appending(path: "mnist"))
    return bench
  }

  /// The program, which is built into the same folder as its tests.
  static var program: URL {
    let bundle = Bundle(for: Workbench.self).bundleURL
    let folder = bundle.pathExtension == "xctest" ? bundle.deletingLastPathComponent() : bundle
    return folder.appending(path: "daybook")
  }

  struct Outcome {
    let status: Int32
    let output: String
    let error: String
  }

  /// Runs daybook with this folder as the current one.
  func daybook(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
    try run(Self.program.path(), arguments, environment: environment)
  }

  /// Runs a program with this folder as the current one.
  func run(_ program: String, _ arguments: [String], environment: [String: String] = [:]) throws
    -> Outcome
  {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (output, error) = (try WrittenText(), try WrittenText())
    process.standardOutput = output.handle
    process.standardError = error.handle
    process.standardInput = FileHandle.nullDevice
    try process.run()
    try process.waitForEnd()
    return Outcome(
      status: process.terminationStatus, output: try output.text, error: try error.text)
  }

  /// Starts daybook without waiting for its end.
  func start(_ arguments: String..., environment: [String: String] = [:]) throws -> Process {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return process
  }

  func write(_ text: String, to path: String) throws {
    try write(Data(text.utf8), to: path)
  }

  func write(_ data: Data, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func read(_ path: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: path))
  }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: path).path())
  }

  /// The values of a report by name.
  func results(_ name: String) throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(with: read("output/\(name)/results.json"))
    return json as? [String: Any] ?? [:]
  }
}

extension Process {
  /// Waits for the end, but not for ever: a test that does blocks one of the few threads that all
  /// tests share.
  ///
  /// A program that takes longer is killed.
  func waitForEnd(seconds: Double = 600) throws {
    let limit = Date(timeIntervalSinceNow: seconds)
    while isRunning {
      guard Date() < limit else {
        kill(processIdentifier, SIGKILL)
        throw Endless(words: [executableURL?.path() ?? ""] + (arguments ?? []), seconds: seconds)
      }
      usleep(2_000)
    }
  }

  /// A program that did not end in time.
  struct Endless: Error {
    let words: [String]
    let seconds: Double
  }
}

/// What a program writes, in a file without a name: whoever goes on holding it keeps no reader
/// waiting, as one who holds a pipe does.
final class WrittenText {
  private let file: UnsafeMutablePointer<FILE>

  init() throws {
    guard let file = tmpfile() else { throw CocoaError(.fileWriteUnknown) }
    self.file = file
  }

  deinit { fclose(file) }

  /// Where to write.
  var handle: FileHandle { FileHandle(fileDescriptor: fileno(file), closeOnDealloc: false) }

  /// What has been written.
  var text: String {
    get throws {
      try handle.seek(toOffset: 0)
      return String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self)
    }
  }
}
