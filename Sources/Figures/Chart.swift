import Parallel
package import Results

/// A figure as a value: what it shows, how large it is, and how to draw it in a theme.
package protocol Chart: Sendable {
  /// The size in CSS pixels.
  var size: Size { get }
  /// What the figure shows, computed from its data; one or two sentences.
  var alternativeText: String { get }
  /// The figure's data as the report shows it behind the figure.
  var data: Table { get }

  /// Whether it shows pictures, whose colours are the same on every page.
  var isPictorial: Bool { get }

  /// The same figure laid out anew in another width, in CSS pixels.
  func resized(to width: Double) -> Self
  /// Finds data that cannot be drawn.
  func validate() throws(FigureError)
  /// Draws the figure on a canvas of `size`.
  func draw(on canvas: inout Canvas, theme: Theme)
}

extension Chart {
  package func validate() throws(FigureError) {}
  package var isPictorial: Bool { false }

  /// Draws the figure for light and dark pages, wide and narrow ones, as PNGs at twice the size in CSS
  /// pixels.
  package func render() throws(FigureError) -> Figure {
    let charts = [self] + [narrow()].compactMap { $0 }
    var (lights, darks): ([Drawing], [Drawing]) = ([], [])
    for chart in charts {
      lights.append(try chart.drawn(.light))
      darks.append(try chart.drawn(.dark))
    }
    let light = try Self.pngs(of: lights.map(\.image))
    let dark = try Self.pngs(of: darks.map(\.image), like: light)
    return Figure(
      light: light[0], dark: dark[0], width: Int(size.width.rounded()),
      height: Int(size.height.rounded()),
      narrow: charts.indices.dropFirst().first.map { place in
        Figure.Narrow(
          light: light[place], dark: dark[place],
          width: Int(charts[place].size.width.rounded()),
          height: Int(charts[place].size.height.rounded()), bands: lights[place].bands)
      }, isPictorial: isPictorial, alternativeText: alternativeText, data: data,
      bands: lights[0].bands)
  }

  /// Compressing takes most of the time of a figure, so its images are compressed at once.
  private static func pngs(
    of images: [PixelImage], like twins: [[UInt8]] = []
  ) throws(FigureError) -> [[UInt8]] {
    let results = concurrentMap(images.count) { index in
      Result { () throws(FigureError) in
        try PNGEncoder.encode(
          images[index].withFewerShades(), like: index < twins.count ? twins[index] : nil)
      }
    }
    var pngs: [[UInt8]] = []
    for result in results { pngs.append(try result.get()) }
    return pngs
  }

  /// The figure for a phone; `nil` where it fits one as it is, or would be too tall for any canvas.
  private func narrow() -> Self? {
    let chart = resized(to: Typography.phone)
    return size.width > Typography.phone && chart.size.height <= Canvas.limit ? chart : nil
  }

  /// Draws the figure in one theme, in device pixels: twice the size in CSS pixels.
  package func pixels(_ theme: Theme) throws(FigureError) -> PixelImage {
    try drawn(theme).image
  }

  /// Where each text of the figure lies, in CSS pixels and in drawing order.
  package func texts(_ theme: Theme) throws(FigureError) -> [PlacedText] {
    try drawn(theme).texts
  }

  private func drawn(_ theme: Theme) throws(FigureError) -> Drawing {
    try validate()
    var canvas = try Canvas.blank(size, background: theme.background)
    draw(on: &canvas, theme: theme)
    return try canvas.finish()
  }
}
