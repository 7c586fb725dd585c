import Results

/// Why a figure could not be drawn.
package enum FigureError: Error, Equatable, Sendable {
  /// The figure would be wider, taller or smaller than can be drawn, in CSS pixels.
  case size(width: Double, height: Double, limit: Double)
  /// No image has this width and height in pixels.
  case imageSize(width: Int, height: Int)
  /// An image has another number of pixels than its width times its height; images count from 0.
  case pixelCount(image: Int, expected: Int, found: Int)
  /// Cairo and Pango are not there, in the system's words.
  case libraries(String)
  /// Cairo or Pango refused to draw.
  case drawing(CairoError)
  /// zlib refused to compress the image, with its status code.
  case compression(status: Int)
}

extension FigureError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .size(let width, let height, let limit):
      "A figure of \(Self.text(width)) × \(Self.text(height)) pixels cannot be drawn; "
        + "each side must be between 1 and \(Self.text(limit)): show fewer items or use more columns"
    case .imageSize(let width, let height):
      "Images of \(width) × \(height) pixels do not exist; both sides must be at least 1"
    case .pixelCount(let image, let expected, let found):
      "Image \(image) has \(found) pixels instead of \(expected); "
        + "give every image one byte for each pixel of its width times its height"
    case .libraries(let problem):
      "Cairo and Pango, which draw the figures, cannot be loaded: \(problem); "
        + "install them (Debian and Ubuntu: libpangocairo-1.0-0)"
    case .drawing(let error):
      "Cairo cannot draw the figure: \(error)"
    case .compression(let status):
      "zlib cannot compress the figure (status \(status)); free some memory and run again"
    }
  }

  private static func text(_ length: Double) -> String {
    length.isFinite ? DecimalText.fixed(length, digits: 0) : "\(length)"
  }
}
