import Figures
import Foundation

/// Ways to see colours.
enum Sight: CaseIterable {
  case normal
  case protanopia
  case deuteranopia
  case tritanopia

  /// What becomes of linear light.
  ///
  /// G. M. Machado et al., "A physiologically-based model for simulation of color vision
  /// deficiency", IEEE TVCG 15 (2009), severity 1.
  private var matrix: [[Double]] {
    switch self {
    case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }

  func sees(_ colour: Colour) -> CIELab {
    let linear = [colour.red, colour.green, colour.blue].map { channel -> Double in
      let c = Double(channel) / 255
      return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4)
    }
    let seen = matrix.map { row in max(0, min(1, zip(row, linear).map(*).reduce(0, +))) }
    return CIELab(linear: seen)
  }
}

/// A colour of CIE 1976 L*a*b* under D65.
struct CIELab {
  let components: [Double]

  init(linear rgb: [Double]) {
    let primaries = [
      [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
      [0.0193339, 0.1191920, 0.9503041],
    ]
    let white = [0.95047, 1, 1.08883]
    let f = zip(primaries, white).map { row, white -> Double in
      let t = zip(row, rgb).map(*).reduce(0, +) / white
      return t > 216 / 24389 ? cbrt(t) : (24389 / 27 * t + 16) / 116
    }
    components = [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
  }

  func distance(to other: CIELab) -> Double {
    zip(components, other.components).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
  }
}
