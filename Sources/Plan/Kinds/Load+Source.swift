extension Load {
  /// Whether it reads a folder of IDX files.
  package var isIDX: Bool {
    if case .idx = source { true } else { false }
  }
}
