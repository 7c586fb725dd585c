import Bytes
import Cache
import Expressions
import Plan
import Results

/// What was measured of one run of a sweep, as the store keeps it beside the results that it was
/// taken from: of results with thousands of examples it is all that a sweep reads.
struct Measurement {
  private let key: ContentKey
  private static let kind = "measured"
  private static let version = 1

  /// - Parameter stepKey: the key of a measured step's result.
  init?(_ measures: [SweepMeasure], _ stepKey: (StepID) -> ContentKey?) {
    var builder = ContentKey.Builder(kind: Self.kind, version: Self.version)
    for measure in measures {
      builder.add("measure", measure.expression.text)
      for step in measure.steps {
        guard let key = stepKey(step) else { return nil }
        builder.add("step", key)
      }
    }
    key = builder.key
  }

  func stored(_ context: RunContext) -> [Value]? {
    guard case .found(let entry)? = context.store?.read(kind: Self.kind, key: key),
      let bytes = entry.parts.first?.bytes
    else { return nil }
    var reader = ByteReader(bytes)
    guard let values = reader.readValues(), reader.isAtEnd else { return nil }
    return values
  }

  /// Keeps what was measured; where that cannot be done, it is taken from the results again.
  func keep(_ values: [Value], _ context: RunContext) {
    var writer = ByteWriter()
    writer.write(values)
    try? context.store?.write(
      Entry([.init("measured", writer.bytes)]), kind: Self.kind, key: key)
  }
}
