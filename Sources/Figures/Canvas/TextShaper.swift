import CCairo

/// The owner of a Pango layout: measures texts and draws them on a Cairo context.
///
/// Hinting and metric hinting are off, so that a text takes the same room at every scale.
struct TextShaper: ~Copyable {
  private let layout: OpaquePointer
  private let description: OpaquePointer
  private let tabular: OpaquePointer

  /// Text is drawn on `context`, a `cairo_t` that outlives the shaper.
  init(context: OpaquePointer) throws(CairoError) {
    guard let layout = pango_cairo_create_layout(context) else { throw .noMemory }
    guard let description = pango_font_description_new(), let tabular = pango_attr_list_new()
    else {
      g_object_unref(UnsafeMutableRawPointer(layout))
      throw .noMemory
    }
    pango_font_description_set_family(description, Typography.families)
    pango_attr_list_insert(tabular, pango_attr_font_features_new("tnum=1"))
    Self.makeScaleIndependent(pango_layout_get_context(layout))
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

  private static func makeScaleIndependent(_ context: OpaquePointer?) {
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_context_set_round_glyph_positions(context, 0)
    // Otherwise the locale would choose between fonts.
    pango_context_set_language(context, pango_language_from_string("en"))
  }

  /// The width of `text` in CSS pixels, shortened to `maxWidth` where one is given.
  func width(_ text: String, _ style: TextStyle, maxWidth: Double?) -> Double {
    set(text, style, maxWidth: maxWidth)
    var logical = PangoRectangle()
    pango_layout_get_extents(layout, nil, &logical)
    return Double(logical.width) / Double(PANGO_SCALE)
  }

  /// Draws `text` with its baseline starting at the context's current point; answers its ink.
  func draw(
    _ text: String, _ style: TextStyle, maxWidth: Double?, on context: OpaquePointer,
    at start: Point
  ) -> Rect {
    set(text, style, maxWidth: maxWidth)
    pango_cairo_update_layout(context, layout)
    guard let line = pango_layout_get_line_readonly(layout, 0) else {
      return Rect(left: start.x, top: start.y, right: start.x, bottom: start.y)
    }
    cairo_move_to(context, start.x, start.y)
    pango_cairo_show_layout_line(context, line)
    var ink = PangoRectangle()
    pango_layout_line_get_extents(line, &ink, nil)
    let unit = Double(PANGO_SCALE)
    let left = start.x + Double(ink.x) / unit
    let top = start.y + Double(ink.y) / unit
    return Rect(
      left: left, top: top, right: left + Double(ink.width) / unit,
      bottom: top + Double(ink.height) / unit)
  }

  private func set(_ text: String, _ style: TextStyle, maxWidth: Double?) {
    pango_font_description_set_absolute_size(description, style.size * Double(PANGO_SCALE))
    pango_font_description_set_weight(
      description, style.isBold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL)
    pango_layout_set_font_description(layout, description)
    pango_layout_set_attributes(layout, style.isTabular ? tabular : nil)
    pango_layout_set_text(layout, text, -1)
    let width = maxWidth.map { Int32(max(0, min($0, 1e5)) * Double(PANGO_SCALE)) } ?? -1
    pango_layout_set_width(layout, width)
    pango_layout_set_ellipsize(layout, width < 0 ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END)
  }
}
