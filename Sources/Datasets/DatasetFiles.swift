/// The files of a data set, whatever their format.
package protocol DatasetFiles: Sendable {
  var paths: [String] { get }

  /// Reads the files; the result does not depend on the number of threads.
  ///
  /// `isCancelled` is asked from any thread, as often as there are megabytes, and ends the reading
  /// with an error.
  func read(threads: Int, isCancelled: @escaping @Sendable () -> Bool) throws(DatasetError)
    -> Examples
}

extension CSVFiles: DatasetFiles {
  package func read(threads: Int, isCancelled: @escaping @Sendable () -> Bool)
    throws(DatasetError) -> Examples
  {
    try read(threads: threads, memory: availableMemory(), isCancelled: isCancelled)
  }
}

extension IDXFiles: DatasetFiles {
  package func read(threads: Int, isCancelled: @escaping @Sendable () -> Bool)
    throws(DatasetError) -> Examples
  {
    try read(memory: availableMemory(), isCancelled: isCancelled)
  }
}
