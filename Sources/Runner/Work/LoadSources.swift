import Datasets
import Plan

extension Load {
  /// The files, by their format.
  func files(_ context: RunContext) throws -> any DatasetFiles {
    switch source {
    case .idx(let paths): try idxFiles(paths, context)
    case .csv(let labelled, let test):
      CSVFiles(
        labelled: try context.readablePath(labelled, option: "csv"),
        test: try test.map { try context.readablePath($0, option: "test") },
        columns: columns, declared: declaration)
    case .npz(let path, let images, let labels):
      NPZFiles(
        try context.readablePath(path, option: "npz"), images: images, labels: labels,
        declared: declaration)
    case .images(let labelled, let test): try folders(labelled, test: test, context)
    case .model:
      throw StepFailure("a network has no images", option: "model")
    }
  }

  /// What the files tell of themselves by their headers and first rows.
  func outline(_ context: RunContext) throws -> DataOutline {
    let files = try files(context)
    do throws(DatasetError) {
      return try files.outline(memory: context.memory)
    } catch {
      throw failure(error, context)
    }
  }

  private func idxFiles(_ paths: [String], _ context: RunContext) throws -> IDXFiles {
    let places = try paths.map { try context.readablePath($0, option: "mnist") }
    let files: IDXFiles
    do throws(DatasetError) {
      files =
        places.count == 1
        ? try IDXFiles(folder: places[0], declared: declaration)
        : try IDXFiles(files: places, declared: declaration)
    } catch {
      throw failure(error, context)
    }
    // A folder that may be read can hold links that lead elsewhere.
    for path in files.paths { try context.expectReadable(path, option: "mnist") }
    return files
  }

  private func folders(_ labelled: String, test: String?, _ context: RunContext) throws
    -> ImageFolders
  {
    let place = try imageFolder(labelled, option: "images", context)
    let testPlace = try test.map { try imageFolder($0, option: "test", context) }
    let folders: ImageFolders
    do throws(DatasetError) {
      folders = try ImageFolders(labelled: place, test: testPlace, declared: declaration)
    } catch {
      throw failure(error, context)
    }
    for path in folders.paths { try context.expectReadable(path, option: "images") }
    return folders
  }

  /// Where a folder of images lies.
  ///
  /// It can hold links that lead out of the project: not even names of files there are told.
  private func imageFolder(_ path: String, option: String, _ context: RunContext)
    throws(StepFailure)
    -> String
  {
    let place = try context.readablePath(path, option: option)
    for folder in ImageFolders.folders(in: place) {
      try context.expectReadable(folder, option: option)
    }
    return place
  }

  private var columns: CSVDeclaration {
    let label: CSVDeclaration.Label? =
      switch details.label {
      case "first": .first
      case "last": .last
      case let name: name.map { .named($0) }
      }
    return CSVDeclaration(label: label, id: details.id)
  }

  private var declaration: DataDeclaration {
    let classes: DeclaredClasses? =
      switch details.classes {
      case .count(let count): .count(count)
      case .names(let names): .names(names)
      case nil: nil
      }
    return DataDeclaration(
      classes: classes,
      images: DeclaredImages(
        size: details.size.map { ImageSize(width: $0.width, height: $0.height) },
        channels: details.channels, isTransposed: details.orientation.map { $0 == .transposed },
        levels: details.levels))
  }
}
