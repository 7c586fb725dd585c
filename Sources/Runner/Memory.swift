import Datasets
import Network
import Random
import Results

/// What steps hand on to later ones and a report does not show; made again when it is needed.
struct Memory {
  /// Images and labels by load step.
  var loaded: [Int: LoadedExamples] = [:]
  /// Rows by split step.
  var splits: [Int: SplitRows] = [:]
  /// Trained networks by train step.
  var networks: [Int: TrainedNetwork] = [:]
}

/// The images of a load step: the first `labelled` rows are the labelled set.
struct LoadedExamples {
  let examples: Examples
  let labelled: Int
}

/// The rows of a split, and the random draws that it leaves to later steps.
struct SplitRows {
  let training: [Int32]
  let dev: [Int32]
  let scale: Double
  let random: RandomState
}

/// A network, and what grey levels are multiplied with before it sees them.
struct TrainedNetwork {
  let model: Model
  let scale: Double
}
