/// What was likely meant by a text that is no number here, and is one elsewhere; `nil` for other texts.
func numberHint(_ text: String) -> String? {
  if text.wholeMatch(of: /[0-9]{1,3}(,[0-9]{3})+/) != nil {
    return "write \(text.replacing(",", with: ""))"
  }
  if text.wholeMatch(of: /[0-9]+,[0-9]+/) != nil {
    return "write \(text.replacing(",", with: "."))"
  }
  if text.wholeMatch(of: /[0-9.]+[eE][0-9]+/) != nil,
    let number = Double(text).flatMap({ Int(exactly: $0) })
  {
    return "write \(number)"
  }
  return text.wholeMatch(of: /[0-9.]+ ?%/) != nil ? "numbers stand here without %" : nil
}
