import Language

/// Folders of images: one for each class, and beside them one of images to predict.
package struct ImageFolders: Sendable, Equatable {
  private let labelled: String
  private let declared: DataDeclaration
  private let listing: ImageListing

  private var files: [ImageListing.File] { listing.files }

  /// Looks into the folders.
  package init(labelled: String, test: String?, declared: DataDeclaration = .init())
    throws(DatasetError)
  {
    self.labelled = labelled
    self.declared = declared
    listing = try ImageListing(labelled: labelled, test: test)
  }

  package var paths: [String] { files.map(\.path) }

  /// The bytes of the largest file that is read.
  package static let largestFile = ImageFile.largest

  /// The folders in a folder of images, each of which may be that of a class; none where it cannot be
  /// read.
  package static func folders(in path: String) -> [String] {
    ((try? ImageFolder(path))?.folders ?? []).map { "\(path)/\($0)" }
  }

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

  /// Throws where an image is not as large as the others, and nobody has said how large they are to
  /// be.
  private func expect(_ file: ImageFile, _ form: ImageForm) throws(DatasetError) {
    let size = ImageSize(width: form.width, height: form.height)
    guard declared.images.size != nil || file.size == size else {
      throw DatasetError(
        .fileSize(found: file.size, expected: size, otherFile: files[0].path), in: file.path)
    }
  }

  /// What is concluded of the folders that nobody said.
  ///
  /// - Parameter differs: Whether some image has other channels than the first.
  private func notes(_ form: ImageForm, differs: Bool) -> [DataNote] {
    var notes: [DataNote] = []
    if differs, declared.images.channels == nil {
      notes.append(
        DataNote(
          form.channels == 1
            ? "some images are in colour, and are read in grey as the first is"
            : "some images are in grey, and are read in colour as the first is",
          help: "write 'channels: 1' or 'channels: 3' to say so"))
    }
    return notes + [listing.note].compactMap { $0 }
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
    var (failure, differs): (DatasetError?, Bool) = (nil, false)
    let pixels = [UInt8](unsafeUninitializedCapacity: needed) { pixels, initialized in
      guard let base = pixels.baseAddress else { return }
      let parts = write(
        form, to: ImageRoom(base, size: form.size, count: files.count), threads: threads,
        memory: memory - needed, isCancelled)
      differs = parts.contains { $0.differs }
      failure = parts.lazy.compactMap(\.failure).first
      if failure == nil { initialized = needed }
    }
    if let failure { throw failure }
    let resolved = try labels.resolved(declared.classes)
    guard
      let examples = Examples(
        form: form, pixels: pixels, classes: resolved.classes, labels: resolved.labels,
        trainingCount: listing.trainingCount,
        ids: files[listing.trainingCount...].map { Self.name(of: $0.path) },
        notes: notes(form, differs: differs))
    else { throw DatasetError(.dimensions([files.count]), in: labelled) }
    return examples
  }

  private var labels: RawLabels {
    let files = files
    return RawLabels(numbers: files.map { $0.label ?? RawLabels.none }, texts: listing.classes) {
      DataPlace(path: files[$0].path)
    }
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// What came of decoding some of the files.
  private struct Part {
    /// The first error in their order.
    var failure: DatasetError?
    /// Whether some image has other channels than the first of all.
    var differs = false
  }

  /// Decodes all files side by side.
  ///
  /// - Parameter memory: The bytes that there are for decoding, which threads have equal shares of.
  private func write(
    _ form: ImageForm, to room: ImageRoom, threads: Int, memory: Int,
    _ isCancelled: @escaping @Sendable () -> Bool
  ) -> [Part] {
    let share = memory / max(1, min(threads, files.count))
    return room.inParts(threads * 8, threads: threads) { images in
      var part = Part()
      for index in images {
        do throws(DatasetError) {
          if isCancelled() { throw DatasetError(.cancelled, in: files[index].path) }
          let file = try ImageFile(files[index].path)
          try expect(file, form)
          guard file.workingMemory <= share else {
            throw DatasetError(
              .memory(needed: file.workingMemory, available: share), in: file.path)
          }
          try file.write(
            to: room.image(index), size: ImageSize(width: form.width, height: form.height),
            channels: form.channels)
          part.differs = part.differs || file.channels != form.channels
        } catch {
          part.failure = error
          return part
        }
      }
      return part
    }
  }

  /// What the first image of each class, and the first to predict, tell.
  package func outline() throws(DatasetError) -> DataOutline {
    let form = try form()
    var differs = false
    for index in files.indices where index == 0 || files[index].label != files[index - 1].label {
      let file = try ImageFile(files[index].path)
      try expect(file, form)
      differs = differs || file.channels != form.channels
    }
    return DataOutline(
      form: form, classes: try labels.resolved(declared.classes).classes, rows: files.count,
      labelled: listing.trainingCount, notes: notes(form, differs: differs))
  }
}
