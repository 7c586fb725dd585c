import Notebook

extension OptionDecoder {
  /// Whether the option is given on the command line.
  func isOverridden(_ key: String) -> Bool {
    overrides[key].map { $0.value != nil && $0.place == nil } ?? false
  }

  /// Whether a sweep sets the option to a value that is no list.
  func isVariedAsWord(_ key: String) -> Bool {
    guard let override = overrides[key], override.place != nil, case .scalar? = override.value
    else { return false }
    return true
  }
}
