/// Where the rows of a file go: the pixels and labels of all files stand one after another.
///
/// Threads share it without locks, which the compiler cannot see to be safe: the pointers never
/// change and have room for every row that the file has; each row is written by the one thread that
/// has its segment; and nobody reads before all of them have ended.
struct CSVDestination: @unchecked Sendable {
  let pixels: UnsafeMutablePointer<UInt8>
  /// A number from 0, or -1 - the place of a text among those of the segment; `nil` where the file
  /// has no labels.
  let labels: UnsafeMutablePointer<Int32>?
  /// `nil` where nobody asks what rows are called.
  let ids: UnsafeMutablePointer<String>?
}
