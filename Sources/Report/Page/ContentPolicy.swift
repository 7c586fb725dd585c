import Digest

/// What the page may load and run: images within it, its own style sheet and its own script.
///
/// Content Security Policy Level 3 (W3C): a hash stands for the text between the tags.
struct ContentPolicy {
  let style: String
  /// The page's script; where it may be one of several, all of them.
  let scripts: [String]

  var html: HTML {
    """
    default-src 'none'; img-src data:; style-src '\(source(style))'; \
    script-src \(HTML(markup: scripts.map { "'\(source($0).markup)'" }.joined(separator: " "))); \
    base-uri 'none'; form-action 'none'
    """
  }

  private func source(_ text: String) -> HTML {
    "sha256-\(HTML(markup: base64(SHA256.bytes(of: Array(text.utf8)))))"
  }
}

extension Report {
  /// What any page of this program may load and run, as the value of a header
  /// `Content-Security-Policy`: a page from elsewhere runs nothing under it.
  package static let policy =
    ContentPolicy(
      style: PageAssets.style, scripts: [PageAssets.script, PageAssets.scriptWithPad]
    ).html.markup
}
