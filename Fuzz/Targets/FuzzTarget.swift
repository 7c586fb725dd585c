import Exchange

/// What is fuzzed: each a reader of text or bytes that may come from anyone.
///
/// None may crash, hang or take memory out of proportion, whatever the bytes; that a result is right
/// is for other tests to say.
package enum FuzzTarget: String, CaseIterable, Sendable {
  case notebook
  case frontMatter = "front-matter"
  case options
  case prose
  case listing
  case expression
  case format
  case idx
  case gzip
  case csv
  case npz
  case image
  case model
  case entry
  case values
  case request
  case report
  case message

  /// Reads some bytes.
  package func run(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    switch self {
    case .notebook: NotebookFuzzing.read(text)
    case .frontMatter: NotebookFuzzing.read("---\n\(text)\n---\n")
    case .options: NotebookFuzzing.readOptions(text)
    case .prose: NotebookFuzzing.publish(text)
    case .listing: NotebookFuzzing.publishListings(text)
    case .expression: ExpressionFuzzing.evaluate(text)
    case .format: ExpressionFuzzing.format(text)
    case .idx: DataFuzzing.readIDX(bytes)
    case .gzip: DataFuzzing.readGzip(bytes)
    case .csv: DataFuzzing.readCSV(bytes)
    case .npz: DataFuzzing.readNPZ(bytes)
    case .image: DataFuzzing.readImage(bytes)
    case .model: _ = try? SafeTensorsFile.model(bytes)
    case .entry: EntryFuzzing.read(bytes)
    case .values: EntryFuzzing.readValues(bytes)
    case .request: RequestFuzzing.read(bytes)
    case .report: ReportFuzzing.compare(bytes)
    case .message: MessageFuzzing.serve(bytes)
    }
  }
}
