import Language
import Results

/// A figure with its number, its caption and its data.
struct FigureOutput {
  private let figure: Figure
  private let place: Numbering.Numbered
  private let caption: HTML

  /// Without a caption of the notebook's own, the alternative text does as one.
  init(_ figure: Figure, _ place: Numbering.Numbered, caption: HTML?) {
    self.figure = figure
    self.place = place
    self.caption = caption ?? "\(figure.alternativeText)"
  }

  /// The figure for wide and narrow pages, on light and on dark ones.
  ///
  /// The light figure is in the page once: on a dark one the style sheet takes its colours to those of
  /// the dark theme, which are an affine function of them (see `DarkFilter`). A figure with pictures,
  /// whose colours are the same everywhere, has a dark twin instead, which the style sheet lays over
  /// the light one. That is `hidden` to those who read without the style sheet, and has no words:
  /// those of the light one, which stays in its place unseen, are read once.
  var html: HTML {
    guard figure.isPictorial else { return frame("class=\"drawn\" ", picture(isDark: false)) }
    return frame("", picture(isDark: false) + "\n" + picture(isDark: true))
  }

  private func frame(_ name: HTML, _ pictures: HTML) -> HTML {
    """
    <figure \(name)id="\(place.anchor)">
    \(pictures)
    <figcaption><b>\(phrase("Figure")) \(place.number).</b> \(caption)</figcaption>
    </figure>

    """
  }

  private func picture(isDark: Bool) -> HTML {
    let wide = image(
      isDark ? figure.dark : figure.light, isDark ? "class=\"dark\" hidden" : "class=\"light\"",
      isDark ? "" : figure.alternativeText)
    guard let narrow = figure.narrow else { return wide }
    let url = DataURL("image/png", isDark ? narrow.dark : narrow.light)
    return """
      <picture><source media="(max-width: 34rem)" srcset="\(url.html)"\
      \(Self.bands(narrow.bands))>
      \(wide)</picture>
      """
  }

  /// Where the rows of the data lie, for the script: of each band the part, the area, the first of its
  /// rows or columns, how many they are, and their places, of which the first and the last are enough
  /// where the others lie evenly between them.
  private static func bands(_ bands: [DataBand]) -> HTML {
    guard !bands.isEmpty else { return "" }
    let words = bands.map { band in
      ([band.part.rawValue, band.left, band.top, band.right, band.bottom, band.first]
        + [band.places.count] + ends(band.places)).map(String.init).joined(separator: " ")
    }
    return " data-bands=\"\(words.joined(separator: ","))\""
  }

  private static func ends(_ places: [Int]) -> [Int] {
    guard let first = places.first, let last = places.last, places.count > 2 else { return places }
    let step = Double(last - first) / Double(places.count - 1)
    let isEven = places.indices.allSatisfy { index in
      (Double(places[index] - first) - Double(index) * step).magnitude <= 1
    }
    return isEven ? [first, last] : places
  }

  private func image(_ png: [UInt8], _ attributes: HTML, _ alternativeText: String) -> HTML {
    """
    <img \(attributes) src="\(DataURL("image/png", png).html)" \
    width="\(figure.width)" height="\(figure.height)" alt="\(alternativeText)"\(Self.bands(figure.bands))>
    """
  }

  /// The figure's data as a table, behind a disclosure.
  var data: HTML {
    let title = phrase("Data of figure {}", String(place.number))
    let box = TableMarkup(figure.data, caption: nil).box(label: title)
    return disclosure("\(title)", box, class: "data", id: "\(place.anchor):data")
  }
}
