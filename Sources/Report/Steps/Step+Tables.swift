import Notebook
import Results

extension Step {
  /// What the notebook says of the table at a place of what the step yields; `nil` where nothing.
  func display(ofTableAt place: Int, of outputs: [Output]) -> TableDisplay.Table? {
    let index = outputs[..<place].count { if case .table = $0 { true } else { false } }
    return tables.hides(index) ? .hidden : tables.caption(index).map { .captioned($0) }
  }
}
