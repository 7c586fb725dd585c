/// PNG's five row filters, chosen for each row by the least sum of absolute differences.
///
/// The heuristic is the one that the PNG specification recommends (section 12.8).
enum AdaptiveFilter {
  /// Filters rows of `rowLength` bytes; each filtered row starts with the filter's number.
  static func filtered(_ bytes: [UInt8], rowLength: Int, pixelLength: Int) -> [UInt8] {
    guard rowLength > 0 else { return [] }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / rowLength)
    var previous = [UInt8](repeating: 0, count: rowLength)
    for start in stride(from: 0, to: bytes.count, by: rowLength) {
      let row = Array(bytes[start..<start + rowLength])
      output += best(row, previous, pixelLength)
      previous = row
    }
    return output
  }

  private static func best(_ row: [UInt8], _ above: [UInt8], _ pixelLength: Int) -> [UInt8] {
    var best: [UInt8] = []
    var bestCost = Int.max
    for number: UInt8 in 0...4 {
      var candidate = [number]
      var cost = 0
      for x in row.indices {
        let left = x >= pixelLength ? row[x - pixelLength] : 0
        let corner = x >= pixelLength ? above[x - pixelLength] : 0
        let difference = row[x] &- prediction(number, left: left, up: above[x], corner: corner)
        candidate.append(difference)
        cost += Int(Int8(bitPattern: difference).magnitude)
      }
      if cost < bestCost {
        best = candidate
        bestCost = cost
      }
    }
    return best
  }

  private static func prediction(_ filter: UInt8, left: UInt8, up: UInt8, corner: UInt8) -> UInt8 {
    switch filter {
    case 1: return left
    case 2: return up
    case 3: return UInt8((Int(left) + Int(up)) / 2)
    case 4: return paeth(Int(left), Int(up), Int(corner))
    default: return 0
    }
  }

  /// The neighbour nearest to `left + up − corner` (section 9.4 of the specification).
  private static func paeth(_ left: Int, _ up: Int, _ corner: Int) -> UInt8 {
    let estimate = left + up - corner
    let distances = (abs(estimate - left), abs(estimate - up), abs(estimate - corner))
    if distances.0 <= distances.1 && distances.0 <= distances.2 { return UInt8(left) }
    return UInt8(distances.1 <= distances.2 ? up : corner)
  }
}
