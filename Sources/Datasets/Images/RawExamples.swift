import Language

/// What somebody says of a data set beside where its files are.
package struct DataDeclaration: Sendable, Equatable {
  package var classes: DeclaredClasses?
  package var images: DeclaredImages

  package init(classes: DeclaredClasses? = nil, images: DeclaredImages = DeclaredImages()) {
    self.classes = classes
    self.images = images
  }
}

/// What there is in the files of a data set, as far as their headers and first rows tell.
package struct DataOutline: Sendable, Equatable {
  package let form: ImageForm
  /// `nil` where only the whole of the files tells.
  package let classes: ClassList?
  /// `nil` likewise.
  package let rows: Int?
  /// The most rows that the bytes of the files have room for.
  package let mostRows: Int
  /// How many of the rows, the first ones, have labels; `nil` likewise.
  package let labelled: Int?

  /// What was concluded of the files that nobody said.
  package let notes: [DataNote]

  package init(
    form: ImageForm, classes: ClassList?, rows: Int?, mostRows: Int = .max, labelled: Int?,
    notes: [DataNote] = []
  ) {
    self.form = form
    self.classes = classes
    self.rows = rows
    self.mostRows = rows ?? mostRows
    self.labelled = labelled
    self.notes = notes
  }
}

/// Images and labels as the files of a data set have them.
struct RawExamples {
  let grid: ImageGrid
  var pixels: [UInt8]
  let labels: RawLabels
  let trainingCount: Int
  /// The file to name where the images as a whole are wrong.
  let path: String
  var ids: [String] = []
  var notes: [DataNote] = []

  /// The examples: images upright with their channels one after the other, labels as classes.
  consuming func examples(_ declared: DataDeclaration) throws(DatasetError) -> Examples {
    let form = grid.form(declared.images)
    let resolved = try labels.resolved(declared.classes)
    let enough = form.levels == 255 ? 128 : form.levels + 1
    let largest = pixels.largest(atLeast: UInt8(enough))
    if largest > form.levels {
      let place = pixels.firstIndex { Int($0) > form.levels } ?? 0
      throw DatasetError(
        .level(found: String(pixels[place]), largest: form.levels, type: nil), in: path,
        row: place / max(1, grid.size))
    }
    // Taken out, so that nobody else has them when they are put in another order: else they are copied.
    var pixels: [UInt8] = []
    swap(&pixels, &self.pixels)
    var notes = self.notes + [resolved.note].compactMap { $0 }
    if declared.images.levels == nil, largest > 0, largest < 64, pixels.count >= 1000 {
      notes.append(
        DataNote(
          "no level is above \(largest)",
          help: "write 'levels: \(largest)' where that is white, or 'levels: 255' to say so"))
    }
    if let places = grid.places { pixels.rearrange(places) }
    guard
      let examples = Examples(
        form: form, pixels: consume pixels, classes: resolved.classes, labels: resolved.labels,
        trainingCount: trainingCount, ids: ids, notes: notes)
    else {
      throw DatasetError(.dimensions([labels.numbers.count, form.height, form.width]), in: path)
    }
    return examples
  }
}

extension [UInt8] {
  /// The largest element, or one of at least `enough`: the rest is then not looked at.
  fileprivate func largest(atLeast enough: UInt8) -> Int {
    var largest: UInt8 = 0
    withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count, largest < enough {
        let end = Swift.min(start + 4096, bytes.count)
        for place in start..<end { largest = Swift.max(largest, bytes[place]) }
        start = end
      }
    }
    return Int(largest)
  }

  /// Puts the elements of each run of `places.count` at other places of it.
  fileprivate mutating func rearrange(_ places: [Int32]) {
    let size = places.count
    let count = size > 0 ? self.count / size : 0
    withUnsafeMutableBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      let room = ImageRoom(base, size: size, count: count)
      _ = room.inParts(64) { images in
        [UInt8](unsafeUninitializedCapacity: size) { image, initialized in
          for index in images {
            let start = room.image(index)
            for (place, source) in places.enumerated() {
              image.initializeElement(at: place, to: start[Int(source)])
            }
            start.update(from: image.baseAddress ?? start, count: size)
          }
          initialized = 0
        }.count
      }
    }
  }
}
