import Files
import Language

extension DatasetError {
  /// What to do about it, in one line, where there is something to say.
  package var help: String? {
    switch problem {
    case .cannotRead(code: 2): helpForMissing(path)
    case .cannotRead, .cancelled: nil
    case .missing(_, let held):
      held.isEmpty
        ? "the folder is empty"
        : "the folder holds \(listed(held)); name files one by one with 'mnist: [IMAGES, LABELS]'"
    case .severalSets(let sets):
      "name one of them behind the folder: '\(path)/\(sets.first ?? "")'"
    case .unpaired: "name images and their labels, for training and, after them, for test"
    case .isDirectory: "name a file in it"
    case .noFolder(let kind): Self.helpForFile(kind)
    case .notAFile: "copy the data into a regular file, and name that"
    case .nameNotUTF8: "rename it"
    case .foreign(let kind, _): kind.help
    case .empty, .compressed(.truncated), .compressed(.corrupt), .payload, .implausible,
      .headerTooShort:
      "fetch the file again: it did not arrive whole"
    case .compressed(.memory), .memory: helpForShortMemory
    case .compressed(.trailingBytes), .tooLong, .dimensions, .noRows:
      "check that it is the right file"
    case .noClassFolders(_, let held):
      held.isEmpty ? "the folder is empty" : "the folder holds \(listed(held))"
    case .noImages(let folders, let others): helpForNoImages(folders, others)
    case .fileSize: "write 'size: WIDTHxHEIGHT' to make all images of one size"
    case .fileTooLarge(_, let largest):
      largest == ImageForm.largestSide
        ? "write 'size: WIDTHxHEIGHT' of up to \(largest) × \(largest) to make them smaller"
        : "a file has up to \(largest) × \(largest) pixels"
    case .damagedImage: "fetch the file again, or take it out"
    case .printColours: "save it as RGB"
    case .archive: "fetch the file again: it did not arrive whole"
    case .array: "save it as numbers, one label for each image: numpy.savez('data.npz', x=…, y=…)"
    case .noArray(_, let held):
      "write 'images: NAME' and 'labels: NAME'; the file holds \(listed(held))"
    case .magic: "images begin with 2051 and labels with 2049"
    case .counts, .imageSize: "take all files from the same data set"
    case .oneField:
      "a row of a CSV file is the levels of an image and its label, with separators between them"
    case .columns: "every line must have as many fields as the first"
    case .blankLine: "take the line out"
    case .longLine:
      "check that it is the right file; images of so many levels come with 'npz' or in folders"
    case .quote: "close it on the same line"
    case .carriageReturns: "save it with line feeds, as 'CSV UTF-8' in Excel"
    case .notUTF8: "save it as UTF-8"
    default: labelHelp ?? imageHelp
    }
  }

  /// What to do about a folder without images.
  private func helpForNoImages(_ folders: [String], _ others: [String]) -> String {
    let name = path.split(separator: "/").last ?? ""
    if !folders.isEmpty {
      return
        "it holds the folders \(listed(folders)); name the folder right above those of classes, "
        + "as in 'images: …/\(name)', and another part with 'test'"
    }
    return others.isEmpty
      ? "the folder is empty: take it out, or put images into it"
      : "it holds \(listed(others)); names end with .png, .jpg or .jpeg"
  }

  /// What to do about a file where a folder was expected.
  private static func helpForFile(_ kind: FileKind?) -> String? {
    switch kind {
    case .gzip, .idx:
      "name the folder that it is in, or all files one by one: 'mnist: [IMAGES, LABELS]'"
    case .zip, .tar: "unpack it, and name the folder"
    case .png, .jpeg: "name the folder of the folders of images"
    case .text: "rows of text are read with 'csv: FILE'"
    case let kind?: kind.help
    case nil: "name a folder"
    }
  }

  private var labelHelp: String? {
    switch problem {
    case .label(let found, let classes, _):
      Int(found).map { number in
        number < classes
          ? "labels count from 0"
          : number < ClassList.bounds.upperBound
            ? "write 'classes: \(number + 1)' where there are so many, or a name for each"
            : "a data set has at most \(ClassList.bounds.upperBound)"
      }
    case .labelsFromOne(let last):
      "write 'classes: [NAME, …]' with \(last) names, the first for 1, or 'classes: \(last + 1)'"
    case .unknownLabel(_, let names): "the classes are \(listed(names))"
    case .classCount(let found, let declared):
      found > declared && declared == ClassList.bounds.upperBound
        ? "a data set has at most \(declared)" : "write 'classes: \(found)', or a name for each"
    case .field(.label, _): "a label is a whole number from 0, or a name"
    case .noLabelColumn(let names):
      "write 'label: first', 'label: last' or the name of a column; they are \(listed(names))"
    case .noColumn(_, let names):
      names.isEmpty
        ? "the first line is a row of numbers, so columns have no names: "
          + "write 'label: first' or 'label: last'"
        : "the columns are \(listed(names))"
    case .strayColumn(let name):
      "write 'label: \(name)' or 'id: \(name)' where it is one of these, or take it out"
    case .columnName: "the columns of pixels count on in the order of the image"
    default: nil
    }
  }

  private var imageHelp: String? {
    switch problem {
    case .tooLarge: "images have up to \(ImageForm.largestSide) × \(ImageForm.largestSide) pixels"
    case .channels(let found, _): "write 'channels: \(found)', or leave it out"
    case .transparency(let channels):
      "leave out the last, where it is transparency: x[..., :\(channels - 1)]"
    case .declaredSize(let found, _):
      "write 'size: \(found.width)x\(found.height)', or leave it out"
    case .levelCount, .noSquare:
      "write 'size: WIDTHxHEIGHT', and 'channels: 3' for red, green and blue"
    case .level(_, let largest, _), .fieldLevel(_, _, let largest):
      largest == 255
        ? "levels are whole numbers from 0 to 255; for fractions up to 1 write 'levels: 1'"
        : "levels go from 0 to \(largest), as 'levels' says"
    case .field(.pixel, let found):
      found.contains(".") && (Double(found).map { (0...1).contains($0) } ?? false)
        ? "for fractions up to 1 write 'levels: 1'"
        : "pixels are whole numbers from 0 to 255"
    default: nil
    }
  }
}
