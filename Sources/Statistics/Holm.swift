/// Corrects the p of several tests, so that the chance of any false finding among them stays as it
/// is for one.
///
/// S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of
/// Statistics 6 (1979).
package func holm(_ p: [Double]) -> [Double] {
  let order = p.indices.sorted { (p[$0], $0) < (p[$1], $1) }
  var corrected = p
  var largest = 0.0
  for (place, index) in order.enumerated() {
    largest = max(largest, min(1, p[index] * Double(p.count - place)))
    corrected[index] = largest
  }
  return corrected
}
