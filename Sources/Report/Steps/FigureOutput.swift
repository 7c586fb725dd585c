import Results

/// A figure with its number, its caption and its data.
struct FigureOutput {
  private let figure: Figure
  private let number: Int
  private let caption: HTML

  /// Without a caption of the notebook's own, the alternative text does as one.
  init(_ figure: Figure, number: Int, caption: HTML?) {
    self.figure = figure
    self.number = number
    self.caption = caption ?? "\(figure.alternativeText)"
  }

  /// The figure for both kinds of page, of which the style sheet shows one.
  ///
  /// Not a `picture`: browsers choose its source too late for paper, where figures have to be light
  /// whatever the screen is. The dark one is `hidden` to those who read without the style sheet.
  var html: HTML {
    """
    <figure>
    \(image(figure.light, "class=\"light\""))
    \(image(figure.dark, "class=\"dark\" hidden"))
    <figcaption><b>Figure \(number).</b> \(caption)</figcaption>
    </figure>

    """
  }

  private func image(_ png: [UInt8], _ attributes: HTML) -> HTML {
    """
    <img \(attributes) src="\(DataURL("image/png", png).html)" \
    width="\(figure.width)" height="\(figure.height)" alt="\(figure.alternativeText)">
    """
  }

  /// The figure's data as a table, behind a disclosure.
  var data: HTML {
    let table = TableMarkup(figure.data, caption: nil).html
    let box = scrollBox(table, label: "Data of figure \(number)")
    return disclosure("Data of figure \(number)", box, class: "data")
  }
}
