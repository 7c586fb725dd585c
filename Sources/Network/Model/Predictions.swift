/// How a network classifies some examples.
package struct Predictions: Sendable, Equatable {
  package let classCount: Int
  /// Examples × classes, row by row: the probability of each class.
  package let probabilities: [Float]
  /// The class with the largest probability of each example, the first where several share it.
  package let classes: [Int]

  package init(classCount: Int, probabilities: [Float], classes: [Int]) {
    self.classCount = classCount
    self.probabilities = probabilities
    self.classes = classes
  }

  /// Takes the classes from the probabilities.
  package init(classCount: Int, probabilities: [Float]) {
    self.classCount = classCount
    self.probabilities = probabilities
    classes = stride(from: 0, to: probabilities.count, by: classCount).map { start in
      let example = probabilities[start..<start + classCount]
      return (example.firstIndex(of: example.max() ?? 0) ?? start) - start
    }
  }

  package var count: Int { classes.count }

  /// The probability of the class that each example was given.
  package var winningProbabilities: [Double] {
    // The shortest decimals that mean the 32-bit number, not those of all of its bits.
    classes.indices.map { example in
      let probability = probabilities[example * classCount + classes[example]]
      return Double(probability.description) ?? Double(probability)
    }
  }

  /// Mean cross-entropy in nats; zero for no examples.
  ///
  /// Labels beyond the classes count as impossible.
  package func loss(labels: [UInt16]) -> Double {
    guard count > 0 else { return 0 }
    let entropies = zip(classes.indices, labels).map { example, label in
      Int(label) < classCount
        ? crossEntropy(probabilities[example * classCount + Int(label)]) : crossEntropy(0)
    }
    return entropies.reduce(0, +) / Double(count)
  }
}
