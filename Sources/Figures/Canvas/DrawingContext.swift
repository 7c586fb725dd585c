import CCairo

/// The owner of a Cairo context that draws in CSS pixels.
struct DrawingContext: ~Copyable {
  let handle: OpaquePointer

  init(_ surface: borrowing ImageSurface) throws(CairoError) {
    guard let handle = cairo_create(surface.handle) else { throw .noMemory }
    if let error = CairoError(cairo_status(handle)) {
      cairo_destroy(handle)
      throw error
    }
    cairo_scale(handle, Double(Canvas.scale), Double(Canvas.scale))
    self.handle = handle
  }

  deinit { cairo_destroy(handle) }

  func set(_ colour: Colour) {
    let (red, green, blue) = colour.unit
    cairo_set_source_rgb(handle, red, green, blue)
  }

  func set(_ pen: Pen) {
    cairo_set_line_width(handle, pen.width)
    cairo_set_line_cap(handle, pen.isRound ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
    cairo_set_line_join(handle, pen.isRound ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER)
    cairo_set_dash(handle, pen.dashes, Int32(pen.dashes.count), 0)
  }

  func add(_ path: Path) {
    cairo_new_path(handle)
    for element in path.elements {
      switch element {
      case .move(let point): cairo_move_to(handle, point.x, point.y)
      case .line(let point): cairo_line_to(handle, point.x, point.y)
      case .arc(let centre, let radius, let from, let to):
        cairo_arc(handle, centre.x, centre.y, radius, from, to)
      case .startAnew: cairo_new_sub_path(handle)
      case .close: cairo_close_path(handle)
      }
    }
  }

  func paint(_ image: PixelImage, in area: Rect) throws(CairoError) {
    let surface = try ImageSurface(image)
    let scale = Point(x: area.width / Double(image.width), y: area.height / Double(image.height))
    let isEnlarged = scale.x * Double(Canvas.scale) >= 1 && scale.y * Double(Canvas.scale) >= 1
    cairo_save(handle)
    cairo_translate(handle, area.left, area.top)
    cairo_scale(handle, scale.x, scale.y)
    cairo_set_source_surface(handle, surface.handle, 0, 0)
    cairo_pattern_set_filter(
      cairo_get_source(handle), isEnlarged ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_GOOD)
    // Repeating the border keeps the edge pixels from fading into what lies outside.
    cairo_pattern_set_extend(cairo_get_source(handle), CAIRO_EXTEND_PAD)
    cairo_rectangle(handle, 0, 0, Double(image.width), Double(image.height))
    cairo_fill(handle)
    cairo_restore(handle)
  }
}
