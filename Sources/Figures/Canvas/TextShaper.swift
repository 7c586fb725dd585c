import CCairo

/// The owner of a Pango layout: measures texts and draws them on a Cairo context.
///
/// Texts are laid out in device pixels, and each letter begins at a whole one: so the same letter is
/// the same pixels wherever it stands, which compresses a fifth better. Hinting is off.
struct TextShaper: ~Copyable {
  private let layout: OpaquePointer
  private let description: OpaquePointer
  private let tabular: OpaquePointer

  /// Text is drawn on `context`, a `cairo_t` that outlives the shaper.
  init(context: OpaquePointer) throws(CairoError) {
    cairo_save(context)
    cairo_identity_matrix(context)
    let created = pango_cairo_create_layout(context)
    cairo_restore(context)
    guard let layout = created else { throw .noMemory }
    guard let description = pango_font_description_new(), let tabular = pango_attr_list_new()
    else {
      g_object_unref(UnsafeMutableRawPointer(layout))
      throw .noMemory
    }
    pango_font_description_set_family(description, Typography.families)
    pango_attr_list_insert(tabular, pango_attr_font_features_new("tnum=1"))
    Self.standardise(pango_layout_get_context(layout))
    pango_layout_context_changed(layout)
    pango_layout_set_single_paragraph_mode(layout, 1)
    self.layout = layout
    self.description = description
    self.tabular = tabular
  }

  deinit {
    pango_attr_list_unref(tabular)
    pango_font_description_free(description)
    g_object_unref(UnsafeMutableRawPointer(layout))
  }

  private static func standardise(_ context: OpaquePointer?) {
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_context_set_round_glyph_positions(context, 1)
    // Otherwise the locale would choose between fonts.
    pango_context_set_language(context, pango_language_from_string("en"))
  }

  /// The width of `text` in CSS pixels, shortened to `maxWidth` where one is given.
  func width(_ text: String, _ style: TextStyle, maxWidth: Double?) -> Double {
    set(text, style, maxWidth: maxWidth)
    var logical = PangoRectangle()
    pango_layout_get_extents(layout, nil, &logical)
    return Double(logical.width) / Self.unit
  }

  /// Draws `text` with its baseline starting at the device pixel nearest to `start`; answers its ink.
  func draw(
    _ text: String, _ style: TextStyle, maxWidth: Double?, on context: OpaquePointer,
    at start: Point
  ) -> Rect {
    set(text, style, maxWidth: maxWidth)
    let scale = Double(Canvas.scale)
    let start = Point(
      x: (start.x * scale).rounded() / scale, y: (start.y * scale).rounded() / scale)
    guard let line = pango_layout_get_line_readonly(layout, 0) else {
      return Rect(left: start.x, top: start.y, right: start.x, bottom: start.y)
    }
    cairo_save(context)
    cairo_identity_matrix(context)
    cairo_move_to(context, start.x * scale, start.y * scale)
    pango_cairo_show_layout_line(context, line)
    cairo_restore(context)
    var ink = PangoRectangle()
    pango_layout_line_get_extents(line, &ink, nil)
    let left = start.x + Double(ink.x) / Self.unit
    let top = start.y + Double(ink.y) / Self.unit
    return Rect(
      left: left, top: top, right: left + Double(ink.width) / Self.unit,
      bottom: top + Double(ink.height) / Self.unit)
  }

  /// What Pango calls a CSS pixel.
  private static let unit = Double(PANGO_SCALE) * Double(Canvas.scale)

  private func set(_ text: String, _ style: TextStyle, maxWidth: Double?) {
    pango_font_description_set_absolute_size(description, style.size * Self.unit)
    pango_font_description_set_weight(
      description, style.isBold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL)
    pango_layout_set_font_description(layout, description)
    pango_layout_set_attributes(layout, style.isTabular ? tabular : nil)
    pango_layout_set_text(layout, text, -1)
    let width = maxWidth.map { Int32(max(0, min($0, 1e5)) * Self.unit) } ?? -1
    pango_layout_set_width(layout, width)
    pango_layout_set_ellipsize(layout, width < 0 ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END)
  }
}
