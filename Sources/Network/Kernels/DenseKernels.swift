/// out = start + Σ inputᵢ · rowsᵢ for every example of a block: a fully connected layer.
///
/// - `input`: examples × n, `rows`: n × units, `out`: examples × units. `input.rows` and `out.rows`
///   are the examples that there is room for; `examples` is how many there are.
func weightedSums(
  of input: LaneMatrix, _ rows: LaneMatrix, examples: Int,
  start: LaneMatrix, into out: LaneMatrix
) {
  for group in 0..<rows.groups {
    let (weights, result, first) = (rows.group(group), out.group(group), start.group(group)[0])
    for example in 0..<examples {
      var sum = first
      for i in 0..<rows.rows {
        sum += weights[i] * input.number(example, i)
      }
      result[example] = sum
    }
  }
}

/// gradientᵢ += Σ inputᵢ · delta over the examples of a block, in their order.
///
/// Two rows at a time: their sums stay in registers over the whole block.
func addProducts(
  of input: LaneMatrix, _ delta: LaneMatrix, examples: Int,
  to gradient: LaneMatrix
) {
  for group in 0..<gradient.groups {
    let (sums, deltas) = (gradient.group(group), delta.group(group))
    var i = 0
    while i < gradient.rows {
      // The last row of an odd number is its own partner.
      let j = min(i + 1, gradient.rows - 1)
      var (first, second) = (sums[i], sums[j])
      for example in 0..<examples {
        let delta = deltas[example]
        first += delta * input.number(example, i)
        second += delta * input.number(example, j)
      }
      sums[i] = first
      sums[j] = second
      i += 2
    }
  }
}

/// total += Σ delta over the examples of a block, in their order.
func addSum(of delta: LaneMatrix, examples: Int, to total: LaneMatrix) {
  for group in 0..<delta.groups {
    let deltas = delta.group(group)
    var sum = total.group(group)[0]
    for example in 0..<examples { sum += deltas[example] }
    total.group(group)[0] = sum
  }
}

extension LaneMatrix {
  /// The number at a row and column, both within bounds, without a check.
  @inline(__always)
  func number(_ row: Int, _ column: Int) -> Float {
    let lanes = UnsafeRawPointer(group(column / Lanes.width) + row)
    return lanes.assumingMemoryBound(to: Float.self)[column % Lanes.width]
  }
}
