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

  /// The figure for both kinds of page: the style sheet lays the dark one over the light one.
  ///
  /// Not a `picture`: browsers choose its source too late for paper, where figures have to be light
  /// whatever the screen is. The dark one is `hidden` to those who read without the style sheet, and
  /// has no words: those of the light one, which stays in its place unseen, are read once.
  var html: HTML {
    """
    <figure id="\(place.anchor)">
    \(image(figure.light, "class=\"light\"", figure.alternativeText))
    \(image(figure.dark, "class=\"dark\" hidden", ""))
    <figcaption><b>Figure \(place.number).</b> \(caption)</figcaption>
    </figure>

    """
  }

  private func image(_ png: [UInt8], _ attributes: HTML, _ alternativeText: String) -> HTML {
    """
    <img \(attributes) src="\(DataURL("image/png", png).html)" \
    width="\(figure.width)" height="\(figure.height)" alt="\(alternativeText)">
    """
  }

  /// The figure's data as a table, behind a disclosure.
  var data: HTML {
    let box = TableMarkup(figure.data, caption: nil).box(label: "Data of figure \(place.number)")
    return disclosure("Data of figure \(place.number)", box, class: "data")
  }
}
