import Results

/// A figure: both themes, its caption, and its data as a table to open.
struct FigureRenderer {
  let figure: Figure
  let number: Int

  func html(caption: HTML, name: String) -> HTML {
    let (light, dark) = (dataURL("image/png", figure.light), dataURL("image/png", figure.dark))
    return """
      <figure class="plot" id="figure-\(number)">
      <picture><source media="(prefers-color-scheme: dark)" srcset="\(dark)">\
      <img src="\(light)" width="\(figure.width)" height="\(figure.height)" \
      alt="\(figure.alternativeText)"></picture>
      <figcaption><span class="label">Figure \(number).</span> \(caption)</figcaption>
      <details class="data"><summary>Data of figure \(number)</summary>
      \(TableRenderer(table: figure.data).html(label: "Data of figure \(number)"))</details>
      </figure>
      """
  }
}
