import CCairo

/// The libraries that draw, by the versions that are at work.
package enum FigureLibraries {
  package static var versions: [(name: String, version: String)] {
    [
      ("Cairo", String(cString: cairo_version_string())),
      ("Pango", String(cString: pango_version_string())),
    ]
  }
}
