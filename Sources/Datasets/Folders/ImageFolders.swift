/// Folders of images: one for each class, and beside them one of images to predict.
package struct ImageFolders: Sendable, Equatable {
  private let labelled: String
  private let test: String?
  private let declared: DataDeclaration
  /// The files in their order: by the names of their folders, then by their own.
  private let files: [File]
  /// How many of the files, the first ones, are to learn from.
  private let trainingCount: Int
  /// The folders, which are the names of the classes.
  private let classes: [String]

  private struct File: Sendable, Equatable {
    let path: String
    /// The place of its folder among the classes; `nil` for images to predict.
    let label: Int32?
  }

  /// The most images of a data set.
  private static let most = 10_000_000

  /// Looks into the folders.
  package init(labelled: String, test: String?, declared: DataDeclaration = .init())
    throws(DatasetError)
  {
    self.labelled = labelled
    self.test = test
    self.declared = declared
    try InputFile.expectFolder(labelled)
    let names = try InputFile.names(in: labelled)
    let folders = names.filter { InputFile.isFolder("\(labelled)/\($0)") }
      .sorted(by: RawLabels.precedes)
    guard folders.count > 1 else {
      throw DatasetError(.noClassFolders(folders, held: names), in: labelled)
    }
    classes = folders
    var files: [File] = []
    for (label, folder) in folders.enumerated() {
      let paths = try Self.images(in: "\(labelled)/\(folder)")
      guard !paths.isEmpty else { throw DatasetError(.noImages, in: "\(labelled)/\(folder)") }
      files += paths.map { File(path: $0, label: Int32(label)) }
    }
    trainingCount = files.count
    if let test { files += try Self.files(toPredict: test, classes: folders) }
    guard files.count <= Self.most else {
      throw DatasetError(.dimensions([files.count]), in: labelled)
    }
    self.files = files
  }

  /// Images to predict stand in the folder, or in folders of their classes within it.
  private static func files(toPredict folder: String, classes: [String]) throws(DatasetError)
    -> [File]
  {
    var files = try images(in: folder).map { File(path: $0, label: nil) }
    for (label, name) in classes.enumerated() where InputFile.isFolder("\(folder)/\(name)") {
      files += try images(in: "\(folder)/\(name)").map { File(path: $0, label: Int32(label)) }
    }
    guard !files.isEmpty else { throw DatasetError(.noImages, in: folder) }
    return files
  }

  private static func images(in folder: String) throws(DatasetError) -> [String] {
    try InputFile.names(in: folder).filter { name in
      let ending = name.split(separator: ".").last?.lowercased() ?? ""
      return ["png", "jpg", "jpeg"].contains(ending)
    }.sorted(by: RawLabels.precedes).map { "\(folder)/\($0)" }
  }

  package var paths: [String] { files.map(\.path) }

  /// The form of all images: that of the first, unless another is said.
  private func form() throws(DatasetError) -> ImageForm {
    let first = try ImageFile(files[0].path)
    let size = declared.images.size ?? first.size
    let channels = declared.images.channels ?? first.channels
    let sides = 1...ImageForm.largestSide
    guard sides.contains(size.width), sides.contains(size.height) else {
      throw DatasetError(
        .fileTooLarge(size, largest: ImageForm.largestSide), in: first.path)
    }
    return ImageForm(width: size.width, height: size.height, channels: channels)
  }

  package func read(
    threads: Int, memory: Int = availableMemory(),
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(DatasetError) -> Examples {
    let form = try form()
    let needed = files.count * form.size
    guard needed <= memory else {
      throw DatasetError(.memory(needed: needed, available: memory), in: labelled)
    }
    var failure: DatasetError?
    let pixels = [UInt8](unsafeUninitializedCapacity: needed) { pixels, initialized in
      guard let base = pixels.baseAddress else { return }
      failure = write(
        form, to: ImageRoom(base, size: form.size, count: files.count), threads: threads,
        memory: memory - needed, isCancelled)
      if failure == nil { initialized = needed }
    }
    if let failure { throw failure }
    let resolved = try labels.resolved(declared.classes)
    guard
      let examples = Examples(
        form: form, pixels: pixels, classes: resolved.classes, labels: resolved.labels,
        trainingCount: trainingCount, ids: files[trainingCount...].map { Self.name(of: $0.path) })
    else { throw DatasetError(.noImages, in: labelled) }
    return examples
  }

  private var labels: RawLabels {
    let files = files
    return RawLabels(numbers: files.map { $0.label ?? RawLabels.none }, texts: classes) {
      DataPlace(path: files[$0].path)
    }
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Decodes all files side by side; returns the first error in their order.
  ///
  /// - Parameter memory: The bytes that there are for decoding, which threads have equal shares of.
  private func write(
    _ form: ImageForm, to room: ImageRoom, threads: Int, memory: Int,
    _ isCancelled: @escaping @Sendable () -> Bool
  ) -> DatasetError? {
    let share = memory / max(1, min(threads, files.count))
    return room.inParts(threads * 8) { images -> DatasetError? in
      for index in images {
        do throws(DatasetError) {
          if isCancelled() { throw DatasetError(.cancelled, in: files[index].path) }
          let file = try ImageFile(files[index].path)
          let size = ImageSize(width: form.width, height: form.height)
          guard declared.images.size != nil || file.size == size else {
            throw DatasetError(
              .fileSize(found: file.size, expected: size, otherFile: files[0].path), in: file.path)
          }
          guard file.workingMemory <= share else {
            throw DatasetError(
              .memory(needed: file.workingMemory, available: share), in: file.path)
          }
          try file.write(to: room.image(index), size: size, channels: form.channels)
        } catch {
          return error
        }
      }
      return nil
    }.lazy.compactMap { $0 }.first
  }

  package func outline() throws(DatasetError) -> DataOutline {
    DataOutline(
      form: try form(), classes: try labels.resolved(declared.classes).classes, rows: files.count,
      labelled: trainingCount)
  }
}
