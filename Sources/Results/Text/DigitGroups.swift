/// A count with commas between thousands: "41,000".
package func grouped(_ count: Int) -> String {
  (count < 0 ? DecimalText.minus : "") + grouped(digits: String(count.magnitude))
}

/// A count with the noun of what is counted, which takes an s: "1 epoch", "41,000 rows".
package func counted(_ count: Int, _ noun: String) -> String {
  "\(grouped(count)) \(count == 1 ? noun : noun + "s")"
}

/// Digits in groups from the right, with zeros before them until they fill `room` characters.
///
/// A separator never comes first, so that the result may be one character longer than the room.
package func grouped(
  digits: String, size: Int = 3, separator: Character = ",", filling room: Int = 0
) -> String {
  var reversed: [Character] = []
  var left = Array(digits)
  var inGroup = 0
  while !left.isEmpty || reversed.count < room {
    if inGroup == size {
      reversed.append(separator)
      inGroup = 0
    }
    reversed.append(left.popLast() ?? "0")
    inGroup += 1
  }
  return String(reversed.reversed())
}
