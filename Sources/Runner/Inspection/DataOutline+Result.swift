import Datasets
import Plan
import Results

extension DataOutline {
  /// What a load step has found in its files; `nil` where its result does not say it.
  init?(of load: Load, _ result: StepResult) {
    func number(_ name: String) -> Int? {
      guard case .integer(let number)? = result[name] else { return nil }
      return number
    }
    guard let width = number("width"), let height = number("height"),
      let channels = number("channels"), let levels = number("levels"),
      let count = number("classes"), ClassList.bounds.contains(count),
      case .list(let values)? = result["class-names"]
    else { return nil }
    // A store that comes from elsewhere may hold anything.
    let sides = 1...1 << 24
    guard sides.contains(width), sides.contains(height), [1, 3].contains(channels) else {
      return nil
    }
    let names = values.compactMap { value -> String? in
      guard case .text(let name) = value else { return nil }
      return name
    }
    let areNumbers = names == (0..<count).map(String.init)
    self.init(
      form: ImageForm(width: width, height: height, channels: channels, levels: levels),
      classes: areNumbers
        ? ClassList(count: count, isDeclared: load.details.classes != nil)
        : ClassList(names: names),
      rows: number("rows"), labelled: number("labelled"))
  }

  /// The bytes of memory that the images and labels take; those of what is not known are not counted.
  ///
  /// Rows of a stored result may be more than any file has.
  var heldMemory: Int {
    let (bytes, overflows) = (rows ?? 0).multipliedReportingOverflow(by: form.size + 4)
    return overflows ? .max : bytes
  }
}
