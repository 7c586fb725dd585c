/// Where the rows of a file go: the pixels and labels of all files stand one after another.
///
/// The pointers have room for every row that the file has, and each row is written by one thread
/// only.
struct CSVDestination: @unchecked Sendable {
  let pixels: UnsafeMutablePointer<UInt8>
  /// A number from 0, or -1 - the place of a text among those of the segment; `nil` where the file
  /// has no labels.
  let labels: UnsafeMutablePointer<Int32>?
  /// `nil` where nobody asks what rows are called.
  let ids: UnsafeMutablePointer<String>?
}
