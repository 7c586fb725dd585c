import Digest

/// What the page may load and run: images within it, its own style sheet and its own script.
///
/// Content Security Policy Level 3 (W3C): a hash stands for the text between the tags.
struct ContentPolicy {
  let style: String
  let script: String

  var html: HTML {
    """
    default-src 'none'; img-src data:; style-src '\(source(style))'; \
    script-src '\(source(script))'; base-uri 'none'; form-action 'none'
    """
  }

  private func source(_ text: String) -> HTML {
    "sha256-\(HTML(markup: base64(SHA256.bytes(of: Array(text.utf8)))))"
  }
}
