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
        "load needs files to read", at: mnist.key,
        help: "write 'mnist: FOLDER', or 'csv: FILE' and 'test: FILE'")
    }
  }
}
