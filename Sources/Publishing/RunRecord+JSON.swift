import Results
import Runner

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension RunRecord {
  /// The record as `run.json` holds it; the only file beside a report that differs between runs.
  func json(_ provenance: Provenance) -> String {
    let document = Document(
      version: provenance.version, system: Document.system, threads: threads,
      seconds: rounded(seconds),
      steps: steps.map { step in
        Document.Step(
          name: step.name, kind: step.kind, seconds: rounded(step.seconds),
          cached: step.isStored, why: step.why)
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let json = try? encoder.encode(document) else { return "{}\n" }
    return String(decoding: json, as: UTF8.self) + "\n"
  }

  private func rounded(_ seconds: Double) -> Double { (seconds * 1e4).rounded() / 1e4 }

  private struct Document: Encodable {
    let version: String
    let system: String
    let threads: Int
    let seconds: Double
    let steps: [Step]

    struct Step: Encodable {
      let name: String
      let kind: String
      let seconds: Double
      let cached: Bool
      let why: String
    }

    /// The system and processor that the program was built for.
    static var system: String {
      #if os(Linux)
        let name = "Linux"
      #elseif os(macOS)
        let name = "macOS"
      #else
        let name = "unknown system"
      #endif
      #if arch(x86_64)
        return name + " x86-64"
      #elseif arch(arm64)
        return name + " arm64"
      #else
        return name
      #endif
    }
  }
}
