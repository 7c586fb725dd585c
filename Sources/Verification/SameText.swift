/// Whether both are the same bytes, or neither is there.
///
/// Strings are equal where their letters are, in whichever of Unicode's spellings: two reports that
/// differ in one are not the same.
func isSameText(_ a: String?, _ b: String?) -> Bool {
  guard let a, let b else { return a == nil && b == nil }
  return a.utf8.elementsEqual(b.utf8)
}
