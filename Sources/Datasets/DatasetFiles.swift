/// The files of a data set, whatever their format.
package protocol DatasetFiles: Sendable {
  var paths: [String] { get }

  /// Reads the files; the result does not depend on the number of threads.
  ///
  /// - Parameters:
  ///   - memory: The bytes that there are for the images; more is refused before any is taken.
  ///   - isCancelled: is asked from any thread, as often as there are megabytes, and ends the
  ///     reading with an error.
  func read(threads: Int, memory: Int, isCancelled: @escaping @Sendable () -> Bool)
    throws(DatasetError) -> Examples

  /// What headers and first rows tell, without reading the images.
  ///
  /// - Parameter memory: The bytes that there are for labels, where they have files of their own.
  func outline(memory: Int) throws(DatasetError) -> DataOutline
  func outline() throws(DatasetError) -> DataOutline
}

extension DatasetFiles {
  package func outline(memory: Int) throws(DatasetError) -> DataOutline { try outline() }
}

extension CSVFiles: DatasetFiles {}
extension NPZFiles: DatasetFiles {}
extension ImageFolders: DatasetFiles {}

extension IDXFiles: DatasetFiles {
  package func read(threads: Int, memory: Int, isCancelled: @escaping @Sendable () -> Bool)
    throws(DatasetError) -> Examples
  {
    try read(memory: memory, isCancelled: isCancelled)
  }
}
