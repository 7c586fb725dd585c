import Notebook
import Results

extension OptionDecoder {
  /// Notes a problem at the option `key`, or at the step's kind where it is not written.
  mutating func diagnose(_ message: String, at key: String, help: String? = nil) {
    diagnose(message, at: written(key)?.value.range ?? step.kindRange, key: key, help: help)
  }

  /// Notes a problem at an item of the option `key`, from 0, where its value is a list.
  mutating func diagnose(_ message: String, at key: String, item: Int, help: String? = nil) {
    diagnose(message, at: itemPlaces(item, of: key).whole, key: key, help: help)
  }

  /// Notes a problem at a part of the option `key`.
  mutating func diagnose(
    _ message: String, at range: SourceRange, key: String, help: String?,
    misspelling: Misspelling? = nil
  ) {
    var (message, place): (String, SourceRange?) = (message, range)
    if let override = overrides[key] {
      if override.place == nil { message = "--set \(override.text): \(message)" }
      place = override.place(of: range)
    }
    diagnostics.append(Diagnostic(message, at: place, help: help, misspelling: misspelling))
  }

  /// Where the characters of an item of an option stand; of its one value, where it is no list.
  func itemPlaces(_ item: Int, of key: String) -> TextPlaces {
    let items = written(key)?.value.items ?? []
    return items.indices.contains(item) ? items[item].places : TextPlaces(step.kindRange)
  }

  /// Notes at the option `key` what may be otherwise than it was meant, and is no reason to stop.
  mutating func warn(_ message: String, at key: String, help: String? = nil) {
    let isOverridden = isOverridden(key)
    let prefix = overrides[key].flatMap { isOverridden ? "--set \($0.text): " : nil } ?? ""
    warnings.append(
      Diagnostic(
        prefix + message,
        at: isOverridden ? nil : written(key)?.value.range ?? step.kindRange, help: help,
        severity: .warning))
  }
}
