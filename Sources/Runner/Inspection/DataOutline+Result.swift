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
      let count = number("classes"), case .list(let values)? = result["class-names"]
    else { return nil }
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
  var heldMemory: Int { (rows ?? 0) * (form.size + 4) }
}
