/// What was likely meant by a text that is no number here, and is one elsewhere.
struct NumberHint {
  /// Numbers as they are written here, the likeliest first.
  let candidates: [String]
  /// What to do where none of them can stand there; `nil` for nothing.
  let otherwise: String?

  init(_ text: String) {
    var (candidates, otherwise): ([String], String?) = ([], nil)
    if text.wholeMatch(of: /[0-9]{1,3}([,. '][0-9]{3})+/) != nil {
      candidates.append(text.filter(\.isNumber))
    }
    if text.wholeMatch(of: /[0-9]+,[0-9]+/) != nil {
      candidates.append(text.replacing(",", with: "."))
    }
    if text.wholeMatch(of: /[0-9.]+[eE][0-9]+/) != nil, let number = Double(text),
      let whole = Int(exactly: number)
    {
      candidates.append("\(whole)")
    }
    if let match = text.wholeMatch(of: /([0-9.]+) ?%/), let percent = Double(match.output.1) {
      candidates.append("\((percent * 1e10).rounded() / 1e12)")
      otherwise = "numbers stand here without %"
    }
    (self.candidates, self.otherwise) = (candidates, otherwise)
  }
}
