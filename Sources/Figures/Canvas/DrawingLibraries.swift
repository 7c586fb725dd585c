import CDrawing

/// Cairo and Pango, which are loaded when something is drawn for the first time.
enum DrawingLibraries {
  /// Why they cannot be loaded, in the system's words; `nil` where they are there.
  static let problem = drawing_load().map { String(cString: $0) }

  static func load() throws(FigureError) {
    if let problem { throw .libraries(problem) }
  }
}
