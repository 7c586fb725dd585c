/// Doubles a number: what the tests of listings show.
func doubled(_ number: Int) -> Int {
  number * 2
}
