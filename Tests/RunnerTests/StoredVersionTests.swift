import Architecture
import Digest
import Foundation
import Plan
import Results
import Runner
import Testing

/// Stored results are used for as long as the version of their kind stays, whatever the build: so
/// the version must change whenever a kind comes to yield something else for the same inputs.
@Suite struct StoredVersionTests {
  struct Recorded: Codable, Equatable {
    let version: Int
    /// SHA-256 of what the kind yields in the notebook of these tests.
    let digest: String
  }

  static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/versions.json")

  @Test("A kind that yields something else than was recorded has another version")
  func versions() async throws {
    let now = try await current()
    let old = (try? Data(contentsOf: Self.file)).flatMap {
      try? JSONDecoder().decode([String: Recorded].self, from: $0)
    }
    let stale = now.filter { name, current in
      old?[name]?.version == current.version && old?[name]?.digest != current.digest
    }
    #expect(
      stale.isEmpty,
      "\(stale.keys.sorted()) yield something else: raise 'version' in their declarations")
    guard stale.isEmpty, old != now else { return }
    let isRecording = ProcessInfo.processInfo.environment["RECORD_VERSIONS"] != nil
    #expect(isRecording, "record the new versions: RECORD_VERSIONS=1 swift test --filter Versions")
    if isRecording {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      try encoder.encode(now).write(to: Self.file)
      Issue.record("Recorded the versions; run again without RECORD_VERSIONS")
    }
  }

  /// What every kind of step and figure yields now, with its version.
  private func current() async throws -> [String: Recorded] {
    let plan = try plan(everything)
    let run = await runner(nil).run(plan)
    var yields: [String: (version: Int, text: String)] = [:]
    for (step, result) in zip(plan.steps, run.yielded) {
      let result = try #require(result, "\(step.id)")
      var (name, version) = (step.kind.name, step.declaration.version)
      var text = resultsJSON(steps: [(name, result)])
      for output in result.outputs { text += try Self.text(output) }
      if let plot = step.declaration as? Plot {
        name += " " + type(of: plot.figure).name
        version = type(of: plot.figure).version
        text += try Self.snapshots(of: type(of: plot.figure).name)
      }
      yields[name, default: (version, "")].text += text
    }
    #expect(
      Set(yields.keys)
        == Set(StepKind.names.filter { $0 != "plot" } + PlotKind.all.map { "plot \($0.name)" }))
    return yields.mapValues {
      Recorded(version: $0.version, digest: SHA256.hex(of: Array($0.text.utf8)))
    }
  }

  /// An output in words; the pixels of a figure differ between versions of Cairo and sets of fonts,
  /// and its snapshots stand for them.
  private static func text(_ output: Output) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    func json(_ value: some Encodable) throws -> String {
      String(decoding: try encoder.encode(value), as: UTF8.self)
    }
    switch output {
    case .table(let table): return try json(table)
    case .code(let listing): return try json(listing)
    case .checks(let claims): return try json(claims)
    case .file(let file): return file.name + file.digest
    case .figure(let figure):
      return "\(figure.width)×\(figure.height) \(figure.alternativeText)" + (try json(figure.data))
        + (figure.bands.isEmpty ? "" : try json(figure.bands))
    case .pad(let pad):
      return (try json(pad.architecture)) + (try json(pad.images))
        + "\(pad.parameters) \(pad.classNames ?? []) \(pad.samples)"
    }
  }

  /// The snapshots that the tests of figures hold a kind of figure to.
  private static func snapshots(of name: String) throws -> String {
    let folder = file.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "FiguresTests/Snapshots")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
      .filter { $0.hasPrefix(name) }
    #expect(!names.isEmpty, "\(name)")
    return try names.map { name in
      SHA256.hex(of: [UInt8](try Data(contentsOf: folder.appending(path: name))))
    }.joined()
  }
}
