import CCairo
package import Results

/// A surface to draw on, in CSS pixels, at two device pixels for each.
///
/// Drawing never throws: the first failure is kept, and `finish` throws it.
package struct Canvas: ~Copyable {
  /// Device pixels for each CSS pixel.
  package static let scale = 2
  /// The longest side that a figure may have, in CSS pixels.
  package static let limit = 8192.0

  package let size: Size
  private let surface: ImageSurface
  private let context: DrawingContext
  private let shaper: TextShaper
  private var texts: [PlacedText] = []
  private var bands: [DataBand] = []
  private var failure: CairoError?

  /// Makes a canvas filled with `background`.
  static func blank(_ size: Size, background: Colour) throws(FigureError) -> Canvas {
    guard (1...limit).contains(size.width), (1...limit).contains(size.height) else {
      throw .size(width: size.width, height: size.height, limit: limit)
    }
    try DrawingLibraries.load()
    do throws(CairoError) {
      let surface = try ImageSurface(
        width: Int(size.width.rounded()) * scale, height: Int(size.height.rounded()) * scale)
      let context = try DrawingContext(surface)
      let shaper = try TextShaper(context: context.handle)
      let canvas = Canvas(size, surface, context, shaper)
      // One pixel more than the size, which need not be whole.
      let everything = Rect(left: 0, top: 0, right: size.width + 1, bottom: size.height + 1)
      canvas.fill(.rectangle(everything), background)
      return canvas
    } catch {
      throw .drawing(error)
    }
  }

  private init(
    _ size: Size, _ surface: consuming ImageSurface, _ context: consuming DrawingContext,
    _ shaper: consuming TextShaper
  ) {
    self.size = size
    self.surface = surface
    self.context = context
    self.shaper = shaper
  }

  /// What was drawn; throws the first failure that drawing met.
  consuming func finish() throws(FigureError) -> Drawing {
    do throws(CairoError) {
      if let error = failure ?? CairoError(cairo_status(context.handle)) { throw error }
      return Drawing(image: try surface.image(), texts: texts, bands: bands)
    } catch {
      throw .drawing(error)
    }
  }

  /// Fills `path` with a colour.
  package func fill(_ path: Path, _ colour: Colour) {
    context.set(colour)
    context.add(path)
    cairo_fill(context.handle)
  }

  /// Draws along `path` with a pen.
  package func stroke(_ path: Path, _ colour: Colour, _ pen: Pen = Pen()) {
    context.set(colour)
    context.set(pen)
    context.add(path)
    cairo_stroke(context.handle)
  }

  /// Draws `image` over `area`, each pixel a crisp rectangle where it is enlarged.
  package mutating func draw(_ image: PixelImage, in area: Rect) {
    guard image.width > 0, image.height > 0 else { return }
    do throws(CairoError) {
      try context.paint(image, in: area)
    } catch {
      failure = failure ?? error
    }
  }

  /// Notes where rows or columns of the data lie.
  package mutating func note(_ band: DataBand) { bands.append(band) }

  /// The width that `text` takes, in CSS pixels.
  package func width(_ text: String, _ style: TextStyle) -> Double {
    shaper.width(text, style, maxWidth: nil)
  }

  /// The text without letters of its middle where it is wider than `maxWidth`: for names that differ
  /// at their ends.
  package func shortened(_ text: String, _ style: TextStyle, maxWidth: Double) -> String {
    guard width(text, style) > maxWidth else { return text }
    let letters = Array(text)
    // So many letters fit, and so many do not.
    var (fit, tooMany) = (0, letters.count)
    var shortened = "…"
    while tooMany - fit > 1 {
      let kept = (fit + tooMany) / 2
      let candidate =
        String(letters.prefix((kept + 1) / 2)) + "…" + String(letters.suffix(kept / 2))
      if width(candidate, style) <= maxWidth {
        (fit, shortened) = (kept, candidate)
      } else {
        tooMany = kept
      }
    }
    return shortened
  }

  /// Draws one line of text with its baseline at `point`, shortened to `maxWidth` with an ellipsis.
  package mutating func text(
    _ text: String, at point: Point, _ style: TextStyle, _ colour: Colour,
    anchor: TextAnchor = .start, maxWidth: Double? = nil
  ) {
    guard !text.isEmpty else { return }
    let natural = anchor == .start ? 0 : shaper.width(text, style, maxWidth: maxWidth)
    let shift =
      switch anchor {
      case .start: 0.0
      case .middle: natural / 2
      case .end: natural
      }
    context.set(colour)
    let bounds = shaper.draw(
      text, style, maxWidth: maxWidth, on: context.handle,
      at: Point(x: point.x - shift, y: point.y))
    texts.append(PlacedText(text: text, bounds: bounds))
  }

  /// Draws one line of text with its capitals and figures centred on the height of `point`.
  package mutating func centredText(
    _ text: String, at point: Point, _ style: TextStyle, _ colour: Colour,
    anchor: TextAnchor = .start, maxWidth: Double? = nil
  ) {
    // Half the height of capitals, which is 0.73 em in the sans-serif families used here.
    let baseline = Point(x: point.x, y: point.y + 0.364 * style.size)
    self.text(text, at: baseline, style, colour, anchor: anchor, maxWidth: maxWidth)
  }
}

/// A finished canvas: its pixels, and where its texts and its data lie.
struct Drawing: Sendable {
  let image: PixelImage
  let texts: [PlacedText]
  let bands: [DataBand]
}
