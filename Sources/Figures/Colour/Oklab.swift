#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A colour in Oklab, where equal steps look equally large.
///
/// B. Ottosson, "A perceptual color space for image processing" (2020).
struct Oklab {
  var lightness: Double
  var greenRed: Double
  var blueYellow: Double

  init(_ colour: Colour) {
    let c = LinearRGB(colour)
    let l = cbrt(0.4122214708 * c.red + 0.5363325363 * c.green + 0.0514459929 * c.blue)
    let m = cbrt(0.2119034982 * c.red + 0.6806995451 * c.green + 0.1073969566 * c.blue)
    let s = cbrt(0.0883024619 * c.red + 0.2817188376 * c.green + 0.6299787005 * c.blue)
    lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
    greenRed = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
    blueYellow = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
  }

  /// The colour a share of `t` in 0...1 of the way from `start` to `end`.
  init(from start: Oklab, to end: Oklab, at t: Double) {
    lightness = start.lightness + t * (end.lightness - start.lightness)
    greenRed = start.greenRed + t * (end.greenRed - start.greenRed)
    blueYellow = start.blueYellow + t * (end.blueYellow - start.blueYellow)
  }

  /// The nearest sRGB colour.
  var colour: Colour {
    let l = cube(lightness + 0.3963377774 * greenRed + 0.2158037573 * blueYellow)
    let m = cube(lightness - 0.1055613458 * greenRed - 0.0638541728 * blueYellow)
    let s = cube(lightness - 0.0894841775 * greenRed - 1.2914855480 * blueYellow)
    return LinearRGB(
      red: 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      green: -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      blue: -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
    ).colour
  }

  private func cube(_ number: Double) -> Double { number * number * number }
}
