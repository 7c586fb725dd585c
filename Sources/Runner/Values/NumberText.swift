/// A share as percent with one decimal, such as "82.2%"; "–" where there is none.
func percent(_ share: Double?) -> String {
  guard let share else { return "–" }
  let tenths = Int((share * 1000).rounded())
  return "\(tenths / 10).\(tenths % 10)%"
}

/// A count with its thousands apart, such as "41,000".
func grouped(_ count: Int) -> String {
  let digits = Array(String(count.magnitude))
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
    text.append(digit)
  }
  return (count < 0 ? "-" : "") + text
}
