/// eˣ for x ≤ 0, within 2 units in the last place, with the same bits on every machine.
///
/// x = k ln 2 + r with |r| ≤ ln 2 / 2, and eˣ = 2ᵏ eʳ, where eʳ is its Taylor polynomial of degree
/// 7. Below -87 the result is zero to within the smallest normal number.
@inline(__always)
package func exponential(_ x: Lanes) -> Lanes {
  let clamped = x.replacing(with: -87, where: x .< -87)
  // Adding 1.5 · 2²³ rounds to a whole number, which is then in the low bits of the sum.
  let shifted = clamped * 1.442695 + 12_582_912
  let k = shifted - 12_582_912
  // ln 2 in two parts, the first with few enough bits that k times it is exact.
  let r = (clamped - k * 0.693359375) - k * -2.12194440e-4
  var polynomial = r * (1 / 5040) + (1 / 720)
  polynomial = polynomial * r + (1 / 120)
  polynomial = polynomial * r + (1 / 24)
  polynomial = polynomial * r + (1 / 6)
  polynomial = polynomial * r + (1 / 2)
  polynomial = polynomial * r + 1
  polynomial = polynomial * r + 1
  let exponent = (unsafeBitCast(shifted, to: SIMD16<UInt32>.self) &+ 127) &<< 23
  return polynomial * unsafeBitCast(exponent, to: Lanes.self)
}
