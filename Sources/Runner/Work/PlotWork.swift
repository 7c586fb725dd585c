import Figures
import Language
import Plan
import Results

extension WorkFinder {
  func visit(_ plot: Plot) -> any StepWork { PlotWork(plot: plot) }
}

/// Draws a figure.
struct PlotWork: StepWork {
  let plot: Plot

  var isInLanguage: Bool { true }

  func run(_ inputs: StepInputs) async throws -> Yield {
    try await Phrases.$inUse.withValue(Phrases(language: inputs.plan.language)) {
      Yield(try await plot.figure.accept(FigureFinder()).draw(inputs, plot.style))
    }
  }
}

/// The work of a kind of figure: from the inputs of its step to what it shows and yields.
protocol FigureWork {
  func draw(_ inputs: StepInputs, _ style: Plot.Style) async throws -> StepResult
}

/// Finds the work of each kind of figure.
struct FigureFinder: PlotVisitor {
  typealias Result = any FigureWork
}

extension StepResult {
  /// A chart as the figure of a step.
  init(_ chart: some Chart, values: [Field] = []) throws {
    do {
      self.init(values: values, outputs: [.figure(try chart.render())])
    } catch {
      throw StepFailure("\(error)")
    }
  }
}

extension StepInputs {
  /// The confusion matrix of an evaluate step.
  func confusion(of id: StepID) throws -> ConfusionMatrix {
    guard case .confusion(let matrix)? = try result(of: id)["confusion"] else {
      throw StepFailure("step '\(id)' has no confusion matrix")
    }
    return matrix
  }
}

extension StepFailure {
  /// The most classes that a figure has room for.
  private static let mostClasses = 200

  /// Throws where a figure of so many classes could not be read.
  static func expectClasses(_ count: Int, figure: String) throws {
    guard count > mostClasses else { return }
    throw StepFailure(
      "\(figure) shows up to \(mostClasses) classes, and there are \(grouped(count))",
      help: "leave the figure out; the tables of 'load' and 'evaluate' name them", option: "show")
  }
}

extension Plot.Style {
  /// The width of the figure in CSS pixels: that of the report's column where none is written.
  var pixels: Double { width.map(Double.init) ?? Typography.measure }
}
