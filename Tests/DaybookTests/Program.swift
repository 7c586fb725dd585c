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
    let (output, error) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = error
    process.standardInput = FileHandle.nullDevice
    try process.run()
    // Short texts: neither pipe fills up while the other is read.
    let errorText = error.fileHandleForReading.readDataToEndOfFile()
    let outputText = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: outputText, as: UTF8.self),
      error: String(decoding: errorText, as: UTF8.self))
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
