import Bytes
import Cache
import Results

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A step's result as the store keeps it: its values, its outputs as JSON, and the bytes of figures
/// and files beside them.
struct StoredResult {
  /// The first part is the JSON, the second the values; what the JSON calls blob *i* is the part after
  /// these by *i*.
  let entry: Entry

  private static let valuesName = "values"

  init(_ result: StepResult) throws {
    var blobs: [[UInt8]] = []
    let outputs = result.outputs.map { StoredOutput($0, blobs: &blobs) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let json = try encoder.encode(
      Body(outputs: outputs, warnings: result.warnings.isEmpty ? nil : result.warnings))
    var values = ByteWriter()
    values.write(result.values)
    entry = Entry(
      [
        Entry.Part("result.json", [UInt8](json)), Entry.Part(Self.valuesName, values.bytes),
      ] + blobs.enumerated().map { Entry.Part("blob-\($0.offset)", $0.element) })
  }

  init(_ entry: Entry) {
    self.entry = entry
  }

  /// The result; `nil` where the entry does not hold one.
  var result: StepResult? {
    guard entry.parts.count > 1, entry.parts[1].name == Self.valuesName,
      let body = try? JSONDecoder().decode(Body.self, from: Data(entry.parts[0].bytes))
    else { return nil }
    var reader = ByteReader(entry.parts[1].bytes)
    guard let values = reader.readFields(), reader.isAtEnd,
      values.allSatisfy(\.value.hasPlausibleCounts)
    else { return nil }
    let blobs = entry.parts.dropFirst(2).map(\.bytes)
    let outputs = body.outputs.compactMap { $0.output(blobs: blobs) }
    guard outputs.count == body.outputs.count else { return nil }
    return StepResult(values: values, outputs: outputs, warnings: body.warnings ?? [])
  }

  private struct Body: Codable {
    let outputs: [StoredOutput]
    /// `nil` for none.
    let warnings: [StepWarning]?
  }
}

extension Value {
  /// Whether sums of its counts are numbers: a store that comes from elsewhere may hold anything.
  fileprivate var hasPlausibleCounts: Bool {
    let plausible = -(1 << 42)...(1 << 42)
    return switch self {
    case .integer(let count): plausible.contains(count)
    case .proportion(let share): plausible.contains(share.total)
    case .confusion(let matrix): matrix.counts.joined().allSatisfy(plausible.contains)
    case .list(let values): values.allSatisfy(\.hasPlausibleCounts)
    case .record(let fields): fields.allSatisfy(\.value.hasPlausibleCounts)
    case .boolean, .number, .text, .unknown: true
    }
  }
}

/// An output whose bytes are kept apart, by their number.
private enum StoredOutput: Codable {
  case table(StepTable)
  case figure(
    light: Int, dark: Int, width: Int, height: Int, narrow: StoredNarrow?, isPictorial: Bool?,
    alternativeText: String, data: Table, bands: [DataBand]?)
  case file(name: String, contents: Int, digest: String)
  case code(Listing)
  case checks([CheckOutcome])
  case pad(StoredPad)

  init(_ output: Output, blobs: inout [[UInt8]]) {
    switch output {
    case .table(let table): self = .table(table)
    case .code(let listing): self = .code(listing)
    case .checks(let outcomes): self = .checks(outcomes)
    case .pad(let pad): self = .pad(StoredPad(pad, blobs: &blobs))
    case .file(let file):
      self = .file(name: file.name, contents: blobs.count, digest: file.digest)
      blobs.append(file.contents)
    case .figure(let figure):
      self = .figure(
        light: blobs.count, dark: blobs.count + 1, width: figure.width, height: figure.height,
        narrow: figure.narrow.map { narrow in
          StoredNarrow(
            light: blobs.count + 2, dark: blobs.count + 3, width: narrow.width,
            height: narrow.height, bands: narrow.bands)
        }, isPictorial: figure.isPictorial, alternativeText: figure.alternativeText,
        data: figure.data, bands: figure.bands)
      blobs += [figure.light, figure.dark]
      if let narrow = figure.narrow { blobs += [narrow.light, narrow.dark] }
    }
  }

  func output(blobs: [[UInt8]]) -> Output? {
    switch self {
    case .table(let table): return .table(table)
    case .code(let listing):
      return (1...1 << 42).contains(listing.firstLine) ? .code(listing) : nil
    case .checks(let outcomes): return .checks(outcomes)
    case .pad(let pad): return pad.pad(blobs: blobs).map(Output.pad)
    case .file(let name, let contents, let digest):
      guard blobs.indices.contains(contents) else { return nil }
      return .file(OutputFile(name: name, contents: blobs[contents], digest: digest))
    case .figure(
      let light, let dark, let width, let height, let narrow, let isPictorial,
      let alternativeText, let data, let bands):
      guard blobs.indices.contains(light), blobs.indices.contains(dark) else { return nil }
      return .figure(
        Figure(
          light: blobs[light], dark: blobs[dark], width: width, height: height,
          narrow: narrow?.figure(blobs: blobs), isPictorial: isPictorial ?? false,
          alternativeText: alternativeText, data: data, bands: bands ?? []))
    }
  }
}

/// The places of a narrow figure among the blobs.
struct StoredNarrow: Codable {
  let light: Int
  let dark: Int
  let width: Int
  let height: Int
  let bands: [DataBand]?

  func figure(blobs: [[UInt8]]) -> Figure.Narrow? {
    guard blobs.indices.contains(light), blobs.indices.contains(dark) else { return nil }
    return Figure.Narrow(
      light: blobs[light], dark: blobs[dark], width: width, height: height, bands: bands ?? [])
  }
}
