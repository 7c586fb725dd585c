/// The form of images, and how they are shown: what is ink takes the colours of the page, what is a
/// picture keeps its own.
package struct ImageStyle: Sendable, Equatable {
  /// The width and height of every image in pixels.
  package let width: Int
  package let height: Int
  /// 1 for grey levels; 3 for red, green and blue, one after the other.
  package let channels: Int
  /// The largest level.
  package let levels: Int
  /// Whether 0 is paper and the largest level ink.
  package let isInk: Bool

  /// Images of grey levels, from 0 for paper to 255 for ink.
  package static func ink(width: Int, height: Int) -> ImageStyle {
    ImageStyle(width: width, height: height, channels: 1, levels: 255, isInk: true)
  }

  /// Images that are shown by what is in them: grey ones are of ink where a fifth of them or more is
  /// nothing, which in a photograph hardly anything is.
  package init(width: Int, height: Int, channels: Int, levels: Int, showing pixels: [UInt8]) {
    let empty = pixels.count { $0 == 0 }
    self.init(
      width: width, height: height, channels: channels, levels: levels,
      isInk: channels == 1 && empty * 5 >= pixels.count)
  }

  private init(width: Int, height: Int, channels: Int, levels: Int, isInk: Bool) {
    self.width = width
    self.height = height
    self.channels = channels
    self.levels = max(1, levels)
    self.isInk = isInk
  }

  /// The pixels of an image, as `PixelImage` takes them.
  func pixels(_ image: [UInt8], _ theme: Theme) -> [UInt32] {
    if isInk { return image.map { theme.paperToInk(Double($0) / Double(levels)).pixel } }
    let plane = image.count / max(1, channels)
    return (0..<plane).map { place in
      (0..<3).reduce(UInt32(0)) { pixel, channel in
        let level = Int(image[min(channel, channels - 1) * plane + place])
        return pixel << 8 | UInt32(min(255, (level * 255 + levels / 2) / levels))
      }
    }
  }
}
