/// A box that scrolls sideways on its own, within reach of the keyboard.
///
/// A `long` table has sentences in its first column; short names there stay on one line.
func scrollBox(_ contents: HTML, label: String, isLong: Bool = false) -> HTML {
  """
  <div class="scroll\(isLong ? " long" : "")" role="group" tabindex="0" aria-label="\(label)">
  \(contents)
  </div>

  """
}

/// A box of code; the button to copy it comes with the script.
func codeBox(_ code: HTML, label: String, caption: HTML = "") -> HTML {
  """
  <div class="code">\(caption)\
  <pre role="group" tabindex="0" aria-label="\(label)"><code>\(code)</code></pre></div>

  """
}

/// Something that is out of the way until the reader asks for it.
func disclosure(_ summary: HTML, _ contents: HTML, class name: HTML, id: String? = nil) -> HTML {
  let place: HTML = id.map { " id=\"\($0)\"" } ?? ""
  return """
    <details class="\(name)"\(place)><summary>\(summary)</summary>
    \(contents)</details>

    """
}
