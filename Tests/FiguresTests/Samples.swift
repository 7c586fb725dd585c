import CZlib
import Figures
import Results

/// Figures with real numbers: the run of the reference implementation with seed 0.
enum Samples {
  static let curve = LearningCurve(series: [training])

  static let twoCurves = LearningCurve(
    series: [training, development, other], yLabel: "Accuracy")

  static let loss = LearningCurve(
    series: [
      LearningCurve.Series(
        label: "Training loss",
        samples: trainingCorrect.enumerated().map { step, correct in
          LearningCurve.Sample(iteration: step * 10, value: 2.6 - 2.2 * Double(correct) / 41_000)
        })
    ], measure: .loss)

  static let confusion = ConfusionMatrixChart(matrix)

  static let scores = PerClassScores(matrix)

  static let counts = ClassCounts(series: [
    ClassCounts.Series(
      name: "Training",
      counts: [4_065, 4_587, 4_064, 4_256, 3_996, 3_705, 4_046, 4_299, 3_952, 4_030]),
    ClassCounts.Series(name: "Dev", counts: (0..<10).map { matrix.support($0) }),
  ])

  static let oneCount = ClassCounts(series: [counts.series[0]])

  /// Accuracies of runs with eight seeds, and of others that differ in one option.
  static let seeds = SweepChart(
    panels: [
      .init(
        title: nil,
        columns: [
          column("Training", seedAccuracies.map { $0 + 0.009 }), column("Dev", seedAccuracies),
        ])
    ], format: .share, xLabel: "measure", yLabel: "Accuracy")

  static let widths = SweepChart(
    panels: [
      .init(
        title: "train.batch 64",
        columns: [
          column("[10 relu, 10 softmax]", seedAccuracies),
          column("[32 relu, 10 softmax]", seedAccuracies.map { 0.06 + $0 }),
        ]),
      .init(
        title: "train.batch 128",
        columns: [
          column("[10 relu, 10 softmax]", seedAccuracies.map { $0 - 0.02 }),
          .init(label: "[32 relu, 10 softmax]", values: [0.9], mean: 0.9, interval: nil),
        ]),
    ], format: .share, xLabel: "train.layers", yLabel: "dev.accuracy", title: "Wider is better")

  /// Three networks, pair by pair.
  static let differences = DifferenceChart(
    rows: [
      .init(name: "wide − narrow", difference: 0.0312, low: 0.0204, high: 0.0421, isTold: true),
      .init(name: "wide − deep", difference: -0.0025, low: -0.0118, high: 0.0067, isTold: false),
      .init(name: "narrow − deep", difference: -0.0337, low: -0.045, high: -0.0225, isTold: true),
    ], subject: "Accuracy")

  /// A network that is surer than it is right.
  static let reliability = ReliabilityDiagram(
    bins: [(3, 10), (14, 40), (52, 96), (83, 120), (170, 204), (401, 430)].enumerated()
      .compactMap { index, counts in
        Proportion(count: counts.0, of: counts.1).map { accuracy in
          .init(
            low: 0.4 + Double(index) / 10, high: 0.5 + Double(index) / 10,
            probability: 0.46 + Double(index) / 10, accuracy: accuracy)
        }
      })

  private static let seedAccuracies = [
    0.836, 0.857, 0.849, 0.844, 0.852, 0.8395, 0.8533, 0.8466,
  ]

  private static func column(_ label: String, _ values: [Double]) -> SweepChart.Column {
    let mean = values.reduce(0, +) / Double(values.count)
    return SweepChart.Column(
      label: label, values: values, mean: mean, interval: mean - 0.006...mean + 0.006)
  }

  static let misread = DigitGrid(
    items: zip(images(12), zip(readings, 0...)).map { pixels, rest in
      let ((label, prediction, probability), index) = rest
      return DigitGrid.Item(
        pixels: pixels, index: index * 37 + 18, label: "\(label)", prediction: "\(prediction)",
        probability: probability)
    }, images: .ink(width: 28, height: 28))

  static let labelled = DigitGrid(
    items: zip(images(10), readings).map { pixels, reading in
      DigitGrid.Item(pixels: pixels, label: "\(reading.label)")
    }, images: .ink(width: 28, height: 28))

  static let weights = WeightsGrid(units: unitWeights, imageWidth: 28, imageHeight: 28)

  /// The corner of each unit's weights, as a kernel.
  static let filters = WeightsGrid(
    .filters,
    units: unitWeights.map { weights in
      (0..<25).map { weights[(12 + $0 / 5) * 28 + 12 + $0 % 5] }
    }, imageWidth: 5, imageHeight: 5)

  /// What is above zero of the weights, as a rectifier leaves it.
  static let activations = WeightsGrid(
    .activations, units: unitWeights.prefix(4).map { $0.map { max(0, $0) } }, imageWidth: 28,
    imageHeight: 28)

  /// A rate that rises and falls.
  static let rate = LearningCurve(
    series: [
      LearningCurve.Series(
        label: "Learning rate",
        samples: (0...40).map { step in
          let distance = Double(step - 12)
          return LearningCurve.Sample(
            iteration: step * 10, value: 0.003 / (1 + distance * distance / (step < 12 ? 20 : 80)))
        })
    ], measure: .rate)

  static let training = LearningCurve.Series(
    label: "Training accuracy",
    samples: trainingCorrect.enumerated().map { step, correct in
      LearningCurve.Sample(iteration: step * 10, value: Double(correct) / 41_000)
    })

  /// A series that ends so near to the first that their labels would touch.
  static let development = LearningCurve.Series(
    label: "Dev accuracy",
    samples: training.samples.map {
      LearningCurve.Sample(iteration: $0.iteration, value: $0.value * 0.985)
    })

  static let other = LearningCurve.Series(
    label: "32 units",
    samples: training.samples.map {
      LearningCurve.Sample(
        iteration: $0.iteration, value: 0.93 - (0.93 - $0.value) * (0.93 - $0.value))
    })

  static var matrix: ConfusionMatrix {
    ConfusionMatrix(counts: matrixCounts) ?? ConfusionMatrix(classes: 0, truth: [], predicted: [])
  }

  /// How many of 41,000 were read rightly at iterations 0, 10, …, 490.
  private static let trainingCorrect = [
    5_158, 6_438, 9_011, 11_071, 12_531, 13_839, 15_197, 16_655, 18_230, 19_868, 21_329, 22_740,
    24_004, 25_039, 25_894, 26_640, 27_323, 27_911, 28_406, 28_891, 29_310, 29_728, 30_038, 30_378,
    30_708, 31_010, 31_253, 31_465, 31_687, 31_894, 32_067, 32_207, 32_376, 32_545, 32_676, 32_810,
    32_960, 33_100, 33_202, 33_313, 33_420, 33_515, 33_611, 33_718, 33_793, 33_887, 33_998, 34_093,
    34_160, 34_221,
  ]

  private static let matrixCounts = [
    [81, 0, 0, 0, 0, 4, 0, 0, 0, 0],
    [0, 108, 0, 1, 1, 0, 0, 0, 1, 0],
    [1, 3, 83, 3, 3, 0, 10, 0, 4, 0],
    [0, 0, 1, 69, 0, 5, 1, 2, 8, 1],
    [0, 0, 0, 1, 79, 1, 6, 0, 0, 9],
    [5, 3, 3, 11, 1, 61, 3, 4, 2, 0],
    [0, 1, 4, 2, 2, 3, 83, 0, 1, 0],
    [0, 2, 2, 0, 2, 1, 0, 82, 2, 9],
    [0, 4, 5, 5, 0, 7, 2, 0, 76, 3],
    [0, 0, 2, 1, 5, 2, 0, 12, 1, 100],
  ]

  /// Labels of the first test images, with readings of which some are wrong.
  private static let readings: [(label: Int, prediction: Int, probability: Double)] = [
    (7, 7, 0.993), (2, 6, 0.612), (1, 1, 0.987), (0, 0, 0.998), (4, 9, 0.534), (1, 1, 0.991),
    (4, 4, 0.872), (9, 9, 0.655), (5, 6, 0.481), (9, 9, 0.913), (0, 0, 0.979), (6, 8, 0.395),
  ]

  /// Differences of images with a little noise: like weights, strong in the middle.
  private static let unitWeights: [[Float]] = {
    let images = Samples.images(40)
    var state: UInt32 = 1
    return (0..<10).map { unit in
      (0..<784).map { pixel in
        state = state &* 1_664_525 &+ 1_013_904_223
        let noise = Float(state >> 8) / Float(1 << 24) - 0.5
        let seen = (0..<4).reduce(Float(0)) { sum, next in
          let value = images.isEmpty ? 0 : Float(images[unit * 4 + next][pixel]) / 255
          return next % 2 == 0 ? sum + value : sum - value
        }
        return 0.9 * seen + noise
      }
    }
  }()

  /// The first test images of MNIST, which ships with the project.
  static func images(_ count: Int) -> [[UInt8]] {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    let path = root.joined(separator: "/") + "/notebooks/data/mnist/t10k-images-idx3-ubyte.gz"
    guard let file = gzopen(path, "rb") else { return [] }
    defer { gzclose(file) }
    var bytes = [UInt8](repeating: 0, count: 16 + 784 * count)
    guard gzread(file, &bytes, UInt32(bytes.count)) == bytes.count else { return [] }
    return (0..<count).map { Array(bytes[16 + 784 * $0..<16 + 784 * ($0 + 1)]) }
  }
}
