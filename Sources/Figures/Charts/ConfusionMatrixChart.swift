import Language
package import Results

/// How often each class was taken for each class: a cell for each pair, darker for larger shares.
///
/// A cell's colour is its share of its row. The scale is a square root, so that a confusion of one
/// in a hundred still stands out from none.
package struct ConfusionMatrixChart: Chart, Equatable {
  package let matrix: ConfusionMatrix
  /// One for each class.
  package let classNames: [String]
  /// Whether cells show how many examples they count.
  package let showsCounts: Bool
  /// Whether cells show which share of the true class they count.
  package let showsShares: Bool
  package let title: String?
  package let size: Size

  /// Takes the matrix; without a name for each class, classes are numbered from 0.
  package init(
    _ matrix: ConfusionMatrix, classNames: [String]? = nil, showsCounts: Bool = true,
    showsShares: Bool = true, title: String? = nil, width: Double = Typography.measure
  ) {
    self.matrix = matrix
    let numbered = (0..<matrix.classes).map(String.init)
    self.classNames = classNames?.count == matrix.classes ? classNames ?? numbered : numbered
    self.showsCounts = showsCounts
    self.showsShares = showsShares
    self.title = title
    let lines = (showsCounts ? 1.0 : 0) + (showsShares ? 1 : 0)
    let cell = max(4, min(12 + 15 * max(1, lines), (width - 60) / Double(max(1, matrix.classes))))
    let height = ConfusionMatrixLayout.frameHeight + cell.rounded(.down) * Double(matrix.classes)
    size = Size(width: width, height: matrix.classes == 0 ? 80 : height + Heading.height(title))
  }

  package func resized(to width: Double) -> ConfusionMatrixChart {
    ConfusionMatrixChart(
      matrix, classNames: classNames, showsCounts: showsCounts, showsShares: showsShares,
      title: title, width: width)
  }

  package func draw(on canvas: inout Canvas, theme: Theme) {
    Heading.draw(title, on: &canvas, theme)
    guard matrix.classes > 0 else {
      return Heading.drawNothing(phrase("No classes"), on: &canvas, theme)
    }
    let layout = ConfusionMatrixLayout(self, on: canvas)
    layout.drawAxes(self, on: &canvas, theme)
    let scale = ColourScale.squareRoot(upTo: 1, theme.sequential)
    for truth in 0..<matrix.classes {
      for predicted in 0..<matrix.classes {
        layout.drawCell(truth, predicted, self, scale, on: &canvas, theme)
      }
    }
    layout.drawColourBar(scale, on: &canvas, theme)
    for band in layout.bands { canvas.note(band) }
  }

  /// Which share of class `truth` was taken for class `predicted`; 0 where the class does not occur.
  func share(_ truth: Int, _ predicted: Int) -> Double {
    let support = matrix.support(truth)
    return support > 0 ? Double(matrix.counts[truth][predicted]) / Double(support) : 0
  }
}

extension ConfusionMatrixChart {
  private var classCount: String {
    matrix.classes == 1 ? phrase("one class") : phrase("{} classes", "\(matrix.classes)")
  }

  package var alternativeText: String {
    let (correct, total) = (matrix.correct, matrix.total)
    guard let accuracy = Proportion(count: correct, of: total) else {
      return phrase("Confusion matrix of {} without examples.", classCount)
    }
    let confused = matrix.pairs.prefix(3).filter { $0.count > 0 }.map { pair in
      let names = phrase("{} and {}", classNames[pair.first], classNames[pair.second])
      return "\(names) (\(grouped(pair.count)))"
    }
    let errors =
      confused.isEmpty
      ? phrase("None is confused.")
      : phrase("Most confused: {}.", confused.joined(separator: ", "))
    guard total > 1 else {
      return phrase(
        correct == 1
          ? "Confusion matrix of {} example in {}, read as what it is. {}"
          : "Confusion matrix of {} example in {}, misread. {}", grouped(total), classCount, errors)
    }
    return phrase(
      correct == 1
        ? "Confusion matrix of {} examples in {}: {} ({}) is read as what it is. {}"
        : "Confusion matrix of {} examples in {}: {} ({}) are read as what they are. {}",
      grouped(total), classCount, grouped(correct), percent(accuracy.value), errors)
  }

  package var data: Table {
    Table(
      caption: phrase("Rows are true classes, columns what they were read as."),
      columns: [Table.Column(phrase("True class"))] + classNames.map { Table.Column($0) }
        + [Table.Column(phrase("Total"))],
      rows: matrix.counts.indices.map { truth in
        [classNames[truth]] + matrix.counts[truth].map(grouped)
          + [grouped(matrix.support(truth))]
      })
  }
}
