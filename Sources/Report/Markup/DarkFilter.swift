/// The filter that takes the colours of a light figure to those of a dark one.
///
/// A matrix of the Filter Effects Module (W3C): for red, green and blue each the weights of the three
/// and an offset. They are the least squares from the colours of `Theme.light` to those of
/// `Theme.dark`, with the background and the ink exact; `dark_filter.py` beside the tests of figures
/// fits them.
enum DarkFilter {
  static let anchor = "page:dark"

  static let html: HTML = """
    <svg class="filter" width="0" height="0" aria-hidden="true"><filter id="\(anchor)" \
    color-interpolation-filters="sRGB"><feColorMatrix values="0.647 -1.721 0.128 0 1.032 \
    -0.287 -0.588 -0.060 0 1.030 -0.296 -1.589 0.986 0 1.013 0 0 0 1 0"/></filter></svg>

    """
}
