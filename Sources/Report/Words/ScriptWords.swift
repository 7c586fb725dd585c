import Language

/// The words that the page's script writes, for a page that is not in English.
enum ScriptWords {
  private static let english = [
    "Colours: auto", "Colours: light", "Colours: dark", "Copy", "Copied", "Selected",
    "Draw with a mouse, a finger or a pen, or choose a sample, with the keyboard too.",
    "Paper to draw on; samples can be chosen with the keyboard", "Clear", "What it sees",
    "The image that the network gets", "Hidden units", "It reads {} ({}).", "Nothing drawn yet",
  ]

  /// An element that is not shown, with each phrase and what it is called; nothing for English.
  static var html: HTML {
    let items = english.filter { phrase($0) != $0 }.map { english -> HTML in
      "<li><data value=\"\(english)\">\(phrase(english))</data></li>"
    }
    return items.isEmpty ? "" : "<ul id=\"page:words\" hidden>\(items.joined())</ul>\n"
  }
}
