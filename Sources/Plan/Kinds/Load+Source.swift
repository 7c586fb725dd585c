import Notebook

extension Load {
  /// The files of a data set, or of a network.
  package enum Source: Sendable, Equatable {
    /// A folder with the IDX files, or the files.
    case idx([String])
    /// CSV files: one with labels, and one to predict.
    case csv(labelled: String, test: String?)
    /// Arrays of NumPy, with the names of those of images and labels where they are said.
    case npz(String, images: String?, labels: String?)
    /// Folders of images: one with a folder for each class, and one of images to predict.
    case images(String, test: String?)
    /// A network that was trained elsewhere.
    case model(String)

    /// The files and folders as the options name them.
    package var named: [(path: String, option: String)] {
      switch self {
      case .idx(let paths): paths.map { ($0, Load.mnist.key) }
      case .csv(let labelled, let test):
        [(labelled, Load.csv.key)] + (test.map { [($0, Load.test.key)] } ?? [])
      case .npz(let path, _, _): [(path, Load.npz.key)]
      case .images(let labelled, let test):
        [(labelled, Load.images.key)] + (test.map { [($0, Load.test.key)] } ?? [])
      case .model(let path): [(path, Load.model.key)]
      }
    }
  }

  static let mnist = OptionDeclaration<[String]>(
    "mnist",
    .list(
      of: .path("the path of a folder with the four files of a data set, relative to the notebook")),
    .optional,
    "IDX files of MNIST and its family, gzipped or not; a list for files of other names")
  static let csv = OptionDeclaration<String>(
    "csv", .path("the path of a CSV file, relative to the notebook"), .optional,
    "rows of a label and its pixels, with a header or without, gzipped or not")
  static let test = OptionDeclaration<String>(
    "test", .path("the path of a CSV file or a folder of images, relative to the notebook"),
    .optional,
    "what to predict, for csv a file of rows and for images a folder; labels are used where it has some"
  )
  static let npz = OptionDeclaration<String>(
    "npz", .path("the path of an .npz file, relative to the notebook"), .optional,
    "arrays of NumPy: images and their labels, as Keras and others name them")
  static let images = OptionDeclaration<String>(
    "images",
    .path("the path of a folder, relative to the notebook; with npz the name of an array"),
    .optional,
    "a folder of PNG or JPEG files for each class, named by it; with npz the array of images")
  static let labels = OptionDeclaration<String>(
    "labels", .text("the name of an array"), .optional, "with npz: the array of their labels")
  static let model = OptionDeclaration<String>(
    "model", .path("the path of a .safetensors or .npz file, relative to the notebook"), .optional,
    "in place of data: a network that 'export' wrote, for later steps to take")

  /// What names the source, and what within it.
  static let sourceOptions = [
    mnist.documentation, csv.documentation, test.documentation, npz.documentation,
    images.documentation, labels.documentation, model.documentation,
  ]

  /// The sources that an option goes with; to others it would say nothing.
  private static let companions: [(option: String, sources: [String])] = [
    (test.key, [csv.key, images.key]), (label.key, [csv.key]), (id.key, [csv.key]),
    (images.key, [npz.key]), (labels.key, [npz.key]),
    (orientation.key, [mnist.key, csv.key, npz.key]), (levels.key, [mnist.key, csv.key, npz.key]),
    (classList.key, imageSources), (size.key, imageSources), (channels.key, imageSources),
    (labelledRows.key, imageSources),
  ]
  private static let imageSources = [mnist.key, csv.key, npz.key, images.key]

  /// The one source that is written; one on the command line takes the place of what the notebook
  /// names, with the options that go with it.
  static func source(_ decoder: inout OptionDecoder) -> Source? {
    let written = readSources(&decoder)
    let overriding = written.filter { decoder.isOverridden($0.key) }
    let chosen = overriding.count == 1 ? overriding : written
    guard chosen.count == 1, let one = chosen.first else {
      complain(of: written.map(\.key), &decoder)
      return nil
    }
    for other in written where other.key != one.key { decoder.forget(other.key) }
    for (option, sources) in companions where option != one.key && !sources.contains(one.key) {
      if decoder.written(option) != nil, overriding.isEmpty {
        refuse(option, with: sources, &decoder)
      }
      decoder.forget(option)
    }
    return one.source
  }

  private static func readSources(_ decoder: inout OptionDecoder) -> [(key: String, source: Source)]
  {
    let (idx, table) = (decoder.optional(mnist), decoder.optional(csv))
    let (testFile, arrays) = (decoder.optional(test), decoder.optional(npz))
    let (imageArray, labelArray) = (decoder.optional(images), decoder.optional(labels))
    let network = decoder.optional(model)
    return [
      idx.map { (mnist.key, .idx($0)) },
      table.map { (csv.key, .csv(labelled: $0, test: testFile)) },
      arrays.map { (npz.key, .npz($0, images: imageArray, labels: labelArray)) },
      arrays == nil ? imageArray.map { (images.key, .images($0, test: testFile)) } : nil,
      network.map { (model.key, .model($0)) },
    ].compactMap { $0 }
  }

  private static func refuse(
    _ option: String, with sources: [String], _ decoder: inout OptionDecoder
  ) {
    let keys = sources.map { "'\($0)'" }.listed(with: "or")
    let help =
      option == test.key
      ? "rows beyond 'labelled' are the test set" : "leave it out"
    decoder.diagnose("the option '\(option)' goes with \(keys)", at: option, help: help)
  }

  private static func complain(of written: [String], _ decoder: inout OptionDecoder) {
    if written.count > 1 {
      let keys = written.map { "'\($0)'" }
      decoder.diagnose(
        "load takes \(keys.listed(with: "or")), not \(written.count == 2 ? "both" : "several")",
        at: written.last ?? mnist.key, help: "leave one of them out")
    } else if !decoder.hasProblems {
      decoder.diagnose(
        missing: imageSources + [model.key], "load needs files to read", at: mnist.key,
        help: "write 'mnist: FOLDER', or 'csv: FILE' and 'test: FILE'")
    }
  }
}
