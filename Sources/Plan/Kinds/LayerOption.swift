import Architecture
import Notebook
import Spelling

extension OptionType where Value == LayerSpec {
  /// A layer in its own words: `10 relu`.
  static var layer: Self {
    let activations = Activation.allCases.map(\.rawValue)
    return Self(
      "a number of units from 1 to 8192 and an activation (\(activations.listed(with: "or"))), "
        + "such as '10 relu'; 'conv 16 5x5 relu', with 'stride 2', 'pad 1' or 'pad same' after "
        + "the size; 'max-pool 2x2', 'average-pool 2x2' or 'dropout 0.3'",
      canonical: \.text
    ) { value throws(OptionProblem) in
      guard case .scalar(let text, _, _) = value else { throw OptionProblem() }
      do throws(LayerSyntaxError) {
        return try LayerSpec(text)
      } catch {
        throw problem(error, activations)
      }
    }
  }

  private static func problem(_ error: LayerSyntaxError, _ activations: [String]) -> OptionProblem {
    switch error {
    case .noLayer(let text):
      return OptionProblem(
        message: "'\(text)' is no layer",
        help: help(for: text))
    case .noActivation(let word):
      let near = suggestion(for: word, among: activations)
      return OptionProblem(
        message: "there is no activation '\(word)'",
        help: near.map { "did you mean '\($0)'?" }
          ?? "the activations are \(activations.listed(with: "and"))")
    }
  }

  private static func help(for text: String) -> String {
    switch text.split(separator: " ").first?.lowercased() {
    case "conv":
      "write channels, size and activation: 'conv 16 5x5 relu', with 'stride 2', 'pad 1' or "
        + "'pad same' after the size; 'same' goes with odd sizes and no stride"
    case "max-pool", "maxpool", "pool", "max": "write the size of a window: 'max-pool 2x2'"
    case "average-pool", "avg-pool": "write the size of a window: 'average-pool 2x2'"
    case "dropout": "write the share that is left out, from 0 to 0.99: 'dropout 0.3'"
    default:
      "write units, from 1 to 8192, and activation: '10 relu'; "
        + "or 'conv 16 5x5 relu', 'max-pool 2x2', 'average-pool 2x2' or 'dropout 0.3'"
    }
  }
}
