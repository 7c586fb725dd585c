import Notebook
import Results

extension Step {
  /// What the notebook says of the table at a place of what the step yields; `nil` where nothing.
  func display(ofTableAt place: Int, of outputs: [Output]) -> TableDisplay.Table? {
    let index = outputs[..<place].count { if case .table = $0 { true } else { false } }
    return tables.hides(index) ? .hidden : tables.caption(index).map { .captioned($0) }
  }

  /// The output that the option `caption` stands with: the first figure, else the first output.
  ///
  /// `nil` where there is none, or where it is a table that is left out or has a caption of its own:
  /// then it stands alone.
  func placeOfCaption(among outputs: [Output]) -> Int? {
    let figure = outputs.firstIndex { if case .figure = $0 { true } else { false } }
    guard let place = figure ?? outputs.indices.first else { return nil }
    if case .table = outputs[place], display(ofTableAt: place, of: outputs) != nil { return nil }
    return place
  }
}
