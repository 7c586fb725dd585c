import Architecture
import Language
import Results

/// A pad: samples with what the network takes them for, and the network for the script.
///
/// Without the script it is a sentence and the samples; the script adds the rest around them.
struct PadOutput {
  private let pad: DigitPad
  private let name: String?
  private let caption: HTML?

  /// Takes the name that tells the pad from others of the page, where there are several.
  init(_ pad: DigitPad, name: String?, caption: HTML?) {
    self.pad = pad
    self.name = name
    self.caption = caption
  }

  private static let plain =
    "With scripting on, this is a place to draw, and the network reads what is drawn. "
    + "These are samples, with what it reads in them."

  var html: HTML {
    let words: HTML = caption.map { "<p class=\"caption\">\($0)</p>\n" } ?? ""
    return """
      <section class="pad" aria-label="\(phrase("Drawing pad"))\(name.map { " " + $0 } ?? "")">
      <p class="plain">\(phrase(Self.plain))</p>
      <ol class="samples">
      \(pad.samples.enumerated().map(sample).joined())</ol>
      \(words)<script type="application/json" class="network">\(network)</script>
      </section>

      """
  }

  private func sample(_ number: Int, _ sample: DigitPad.Sample) -> HTML {
    let what: HTML = sample.label.map { "\(described($0))" } ?? "\(phrase("not labelled"))"
    let verdict: HTML =
      if let label = sample.label, label != sample.predicted {
        " <span class=\"wrong\">✗</span>"
      } else {
        ""
      }
    return """
      <li><img src="\(DataURL("image/png", sample.image).html)" width="44" height="44" \
      alt="\(phrase("Sample {}", String(number + 1))), \(what)"><span>\(name(of: sample.predicted))\(verdict)</span></li>

      """
  }

  private func name(of number: Int) -> String { pad.classNames?[number] ?? String(number) }

  /// A class as a sentence says it: "an" stands before 8, 11, 18 and those that begin with 8, which
  /// begin with a vowel when they are said.
  private func described(_ number: Int) -> String {
    if let name = pad.classNames?[number] { return name }
    guard Phrases.inUse.isEnglish else { return String(number) }
    let isVowel = number == 11 || number == 18 || String(number).first == "8"
    return (isVowel ? "an " : "a ") + String(number)
  }

  /// The network in JSON: numbers in Base64, which holds nothing that could end the element.
  private var network: HTML {
    let layers = zip(pad.architecture.layers.indices, pad.parameters).map(layer)
    let input = pad.architecture.input
    let names = pad.classNames.map { names in
      "\"names\":[\(names.map(Self.quoted).joined(separator: ","))],"
    }
    let members = """
      "shape":[\(input.channels),\(input.height),\(input.width)],"levels":\(pad.images.levels),\
      "scale":\(pad.images.scale),"dark":\(pad.images.areDarkOnLight),\(names ?? "")
      """
    return "{\(HTML(markup: members))\"layers\":[\(layers.joined(","))]}"
  }

  /// A text in JSON that neither ends the element nor opens a comment in it.
  private static func quoted(_ text: String) -> String {
    var escaped = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\", "<", "&", "\0"..<" ", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped + "\""
  }

  /// What a layer computes step by step, its shapes, and its numbers by their names.
  private func layer(_ index: Int, _ parameters: [[UInt8]]) -> HTML {
    let (architecture, layer) = (pad.architecture, pad.architecture.layers[index])
    let numbers = zip(architecture.parameters(ofLayer: index), parameters).map {
      shape, bytes -> HTML in
      "\"\(HTML(markup: shape.name))\":\"\(HTML(markup: base64(bytes)))\""
    }
    let words = [
      "\"input\":\(Self.sides(architecture.shapes[index]))",
      "\"output\":\(Self.sides(architecture.shapes[index + 1]))",
      "\"operators\":[\(layer.operators.map(Self.json).joined(separator: ","))]",
    ]
    return "{\((words.map(HTML.init(markup:)) + numbers).joined(","))}"
  }

  private static func sides(_ shape: Shape) -> String {
    "[\(shape.channels),\(shape.height),\(shape.width)]"
  }

  private static func json(_ step: Operator) -> String {
    let attributes = step.attributes.map { ",\"\($0.name)\":\(json($0.value))" }
    return "{\"name\":\"\(step.name)\"\(attributes.joined())}"
  }

  private static func json(_ value: Operator.Value) -> String {
    switch value {
    case .integer(let number): "\(number)"
    case .integers(let numbers): "[\(numbers.map(String.init).joined(separator: ","))]"
    case .number(let number): "\(number)"
    case .text(let text): "\"\(text)\""
    }
  }
}
