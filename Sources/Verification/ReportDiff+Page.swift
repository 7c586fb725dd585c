import Report

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension ReportDiff {
  /// Everything that differs as a page that needs nothing else, with the figures side by side.
  package var page: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; \
    style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>What differs</title>
    <style>\(Self.style)</style>
    </head>
    <body>
    <main>
    <h1>What differs</h1>
    <p><del>\(escaped(a))</del> and <ins>\(escaped(b))</ins></p>
    \(isEmpty ? "<p>No difference.</p>" : sections)
    </main>
    </body>
    </html>

    """
  }

  private var sections: String {
    let tables = [
      ("Made with", origin), ("Options", options), ("Values", values), ("Claims", claims),
      ("Pages of the same run", pages),
    ]
    return tables.filter { !$0.1.isEmpty }.map(Self.table).joined() + pictures + lines
  }

  private static func table(_ title: String, _ changes: [Change]) -> String {
    let rows = changes.map { change in
      let (old, new) = Excerpts.around(first: change.a ?? "–", change.b ?? "–")
      return
        "<tr><th scope=\"row\">\(escaped(change.name))</th><td><del>\(escaped(old))</del>"
        + "</td><td><ins>\(escaped(new))</ins></td><td>\(escaped(change.amount))</td></tr>\n"
    }
    return "<h2>\(title)</h2>\n<div class=\"scroll\"><table>\n\(rows.joined())</table></div>\n"
  }

  private var pictures: String {
    guard !figures.isEmpty else { return "" }
    let items = figures.map { figure in
      let images = [("first", figure.a), ("second", figure.b), ("difference", figure.image)]
      let shown = images.compactMap { words, png in
        png.map {
          "<figure><img alt=\"\(words)\" src=\"data:image/png;base64,"
            + "\(Data($0).base64EncodedString())\"><figcaption>\(words)</figcaption></figure>\n"
        }
      }
      return "<h3>\(escaped(figure.name)): \(escaped(figure.words))</h3>\n"
        + "<div class=\"pictures\">\n\(shown.joined())</div>\n"
    }
    return "<h2>Figures</h2>\n" + items.joined()
  }

  private var lines: String {
    guard !prose.isEmpty else { return "" }
    let rows = prose.map { line in
      let tag = line.isNew ? "ins" : "del"
      return "<\(tag)>\(line.isNew ? "+" : "−") \(escaped(line.text))</\(tag)>\n"
    }
    return "<h2>Text</h2>\n<pre>\(rows.joined())</pre>\n"
  }

  private static let style = """
    :root { color-scheme: light dark; }
    body { margin: 0 auto; max-width: 72rem; padding: 2rem 1.25rem; font: 1rem/1.5 system-ui, sans-serif; }
    h2 { margin-top: 2.2rem; }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
    th, td { padding: .3rem .9rem .3rem 0; text-align: left; vertical-align: baseline; font-weight: 400; }
    .scroll, pre { overflow-x: auto; }
    del { color: light-dark(#b3261e, #ff9d92); text-decoration: none; }
    ins { color: light-dark(#0f6b35, #72cf8f); text-decoration: none; }
    .pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: 1rem; }
    figure { margin: 0; }
    img { max-width: 100%; background: #fff; }
    """
}
