import Architecture
import Network

extension AveragePoolSpec: TrainableLayer {
  func passes(at place: LayerPlace) -> any Layer {
    AveragePooling(window: window, input: place.input, output: place.output)
  }
}

/// The mean of each window; windows stand side by side.
struct AveragePooling: Layer, Windowed {
  let window: KernelSize
  let input: Shape
  let output: Shape

  var workspaceCount: Int { 0 }

  func forward(_ pass: ForwardPass) {
    let share = 1 / Float(window.height * window.width)
    forEachWindow { place, corner in
      var sum = Lanes.zero
      forEachNumber(corner) { sum += pass.x[$0] }
      pass.y[place] = sum * share
    }
  }

  /// The slope goes to all numbers of a window alike.
  func backward(_ pass: BackwardPass) {
    guard let dx = pass.dx else { return }
    let share = 1 / Float(window.height * window.width)
    clearRest(dx)
    forEachWindow { place, corner in
      let slope = pass.dy[place] * share
      forEachNumber(corner) { dx[$0] = slope }
    }
  }
}
