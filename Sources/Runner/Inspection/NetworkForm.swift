import Architecture
import Datasets
import Network
import Plan

/// What a network takes and answers, without its numbers.
struct NetworkForm {
  let architecture: Architecture
  /// One for each class; `nil` where they are numbered from 0.
  private let classNames: [String]?

  init(_ network: TrainedNetwork) {
    architecture = network.model.architecture
    classNames = network.classNames
  }

  /// A network that is to learn from examples of some classes; `nil` where they are not known yet.
  init(_ architecture: Architecture, _ classes: ClassList?) {
    self.architecture = architecture
    classNames = classes?.names(atLeast: architecture.classes)
  }

  /// Throws where the images of a set are of another form than those that it takes, or its classes
  /// are others.
  ///
  /// - Parameter classes: Those of the set; `nil` where they are not known yet.
  func expect(_ form: ImageForm, _ classes: ClassList?, of set: ExampleSetName) throws {
    let (own, other) = (architecture.input, form.shape)
    guard own == other else {
      throw StepFailure(
        "the network takes images of \(own), and those of the \(set) set are of \(other)",
        help: "give it images of the same size")
    }
    guard let classes else { return }
    guard classes.count <= architecture.classes else {
      throw StepFailure(
        "the network tells \(architecture.classes) classes apart, and the \(set) set has "
          + "\(classes.count)", help: "judge it on a set of the classes that it has learned")
    }
    guard let classNames, let names = classes.names, names != classNames else { return }
    let place = zip(names, classNames).enumerated().first { $1.0 != $1.1 }
    throw StepFailure(
      "class \(place?.offset ?? names.count) of the \(set) set is "
        + "'\(place?.element.0 ?? "missing")', and the network calls it "
        + "'\(place?.element.1 ?? classNames.last ?? "")'",
      help: "write the same 'classes' for both data sets")
  }
}
