/// CSV files: one of rows with labels and, beside it, one of rows to predict.
package struct CSVFiles: Sendable, Equatable {
  private let labelled: String
  private let test: String?
  private let columns: CSVDeclaration
  private let declared: DataDeclaration

  package init(
    labelled: String, test: String?, columns: CSVDeclaration = .init(),
    declared: DataDeclaration = .init()
  ) {
    self.labelled = labelled
    self.test = test
    self.columns = columns
    self.declared = declared
  }

  /// The paths of the files, the labelled one first.
  package var paths: [String] { [labelled] + (test.map { [$0] } ?? []) }

  /// Reads the files: the labelled rows, then those to predict.
  ///
  /// The result does not depend on the number of threads, nor does the error: it is the first in
  /// the order of the files and their lines.
  ///
  /// - Parameters:
  ///   - memory: The bytes that there are for the images; more is refused before any is taken.
  ///   - isCancelled: is asked from any thread, as often as there are megabytes, and ends the
  ///     reading with an error whose problem is `cancelled`.
  package func read(
    threads: Int, memory: Int = availableMemory(),
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(DatasetError) -> Examples {
    let first = try CSVFile(
      labelled, columns, needsLabel: true, threads: threads, isCancelled: isCancelled)
    let grid = try grid(first.header)
    var files = [first]
    if let test {
      let size = first.header.imageSize
      let second = try CSVFile(
        test, columns, needsLabel: false, pixels: size, threads: threads,
        isCancelled: isCancelled)
      try expect(second.header, size)
      files.append(second)
    }
    return try CSVTable(files, declared.images.storage, memory: memory).examples(grid, declared)
  }

  /// What the headers and first rows tell.
  package func outline() throws(DatasetError) -> DataOutline {
    var (first, mostRows) = try CSVFile.outline(
      of: labelled, columns, declared.images.storage, needsLabel: true, pixels: nil)
    let grid = try grid(first)
    if let test {
      let size = first.imageSize
      let (second, most) = try CSVFile.outline(
        of: test, columns, declared.images.storage, needsLabel: false, pixels: size)
      try expect(second, size)
      mostRows += most
    }
    return DataOutline(
      form: grid.form(declared.images),
      classes: declared.classes.map { declared in
        switch declared {
        case .count(let count): ClassList(count: count, isDeclared: true)
        case .names(let names): ClassList(names: names)
        }
      }, rows: nil, mostRows: mostRows, labelled: nil,
      notes: [first.note].compactMap { $0 })
  }

  private func grid(_ header: CSVHeader) throws(DatasetError) -> ImageGrid {
    try ImageGrid(
      [header.imageSize], declared.images, isTransposed: declared.images.isTransposed ?? false,
      path: labelled)
  }

  private func expect(_ header: CSVHeader, _ size: Int) throws(DatasetError) {
    guard header.imageSize != size else { return }
    throw DatasetError(
      .columns(found: header.columns, expected: size + header.columns - header.imageSize),
      in: test ?? labelled, line: 1)
  }
}
