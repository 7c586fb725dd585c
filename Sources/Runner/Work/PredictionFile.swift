import Datasets
import Network
import Plan
import Spelling

/// A CSV file of predictions: `ImageId,Label` rows, numbered from 1, as the Digit Recognizer
/// competition of Kaggle takes them, where nothing else is said.
struct PredictionFile {
  private let predict: Predict
  private let set: ScaledSet
  /// One for each class.
  private let names: [String]

  init(_ predict: Predict, _ set: ScaledSet, names: [String]) {
    self.predict = predict
    self.set = set
    self.names = names
  }

  func contents(_ predictions: Predictions) -> [UInt8] {
    let writesNames = predict.writesNames ?? set.classes.areLabels
    let first = set.classes.firstLabel
    let fields =
      writesNames ? names.map(Self.quoted) : names.indices.map { String($0 + first) }
    let isLabel = predict.columns == .label
    let columns = isLabel ? [Self.quoted(predict.labelName)] : names.map(Self.quoted)
    var text = ([Self.quoted(predict.idName)] + columns).joined(separator: ",") + "\n"
    for (index, predicted) in predictions.classes.enumerated() {
      text += id(index)
      if isLabel {
        text += ",\(fields[predicted])"
      } else {
        let start = index * predictions.classCount
        for probability in predictions.probabilities[start..<start + predictions.classCount] {
          text += ",\(probability)"
        }
      }
      text += "\n"
    }
    return Array(text.utf8)
  }

  /// What a row is called in its file, or its number from 1.
  private func id(_ index: Int) -> String {
    let row = Int(set.examples.rows[index])
    return set.examples.examples.id(ofRow: row).map(Self.quoted) ?? String(index + 1)
  }

  /// A text as a field: in quotes where it would else be several (RFC 4180).
  ///
  /// Looks at scalars: a comma with an accent on it is one character, and still ends a field.
  private static func quoted(_ text: String) -> String {
    let ends = ",\"\n\r".unicodeScalars
    guard text.unicodeScalars.contains(where: ends.contains) else { return text }
    return "\"" + text.replacingScalar("\"", with: "\"\"") + "\""
  }
}
