#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Light intensities of the sRGB primaries in 0...1.
struct LinearRGB {
  var red: Double
  var green: Double
  var blue: Double

  /// Undoes the sRGB encoding (IEC 61966-2-1).
  init(_ colour: Colour) {
    let (red, green, blue) = colour.unit
    self.init(red: Self.decoded(red), green: Self.decoded(green), blue: Self.decoded(blue))
  }

  init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// The nearest sRGB colour.
  var colour: Colour {
    Colour(
      red: Self.encoded(red), green: Self.encoded(green), blue: Self.encoded(blue))
  }

  private static func decoded(_ channel: Double) -> Double {
    channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
  }

  private static func encoded(_ intensity: Double) -> UInt8 {
    let light = max(0, min(1, intensity))
    let channel = light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055
    return UInt8((channel * 255).rounded())
  }
}
