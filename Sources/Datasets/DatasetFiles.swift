/// The files of a data set, whatever their format.
package protocol DatasetFiles: Sendable {
  var paths: [String] { get }

  /// Reads the files; the result does not depend on the number of threads.
  func read(threads: Int) throws(DatasetError) -> Examples
}

extension CSVFiles: DatasetFiles {}

extension IDXFiles: DatasetFiles {
  package func read(threads: Int) throws(DatasetError) -> Examples { try read() }
}
