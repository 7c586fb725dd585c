import CCairo

/// The libraries that draw, by the versions that are at work.
package enum FigureLibraries {
  package static var versions: [(name: String, version: String)] {
    if let problem = DrawingLibraries.problem { return [("Cairo", "none: \(problem)")] }
    return [
      ("Cairo", String(cString: cairo_version_string())),
      ("Pango", String(cString: pango_version_string())),
    ]
  }
}
