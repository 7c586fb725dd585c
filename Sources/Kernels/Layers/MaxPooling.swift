import Architecture
import Network

extension MaxPoolSpec: TrainableLayer {
  func passes(at place: LayerPlace) -> any Layer {
    MaxPooling(window: window, input: place.input, output: place.output)
  }
}

/// The largest number of each window; windows stand side by side.
struct MaxPooling: Layer, Windowed {
  let window: KernelSize
  let input: Shape
  let output: Shape

  var workspaceCount: Int { 0 }

  func forward(_ pass: ForwardPass) {
    forEachWindow { place, corner in
      var largest = pass.x[corner]
      forEachNumber(corner) { largest = larger(largest, pass.x[$0]) }
      pass.y[place] = largest
    }
  }

  /// The slope goes to the first of the largest numbers of a window, and to no other.
  func backward(_ pass: BackwardPass) {
    guard let dx = pass.dx else { return }
    clearRest(dx)
    forEachWindow { place, corner in
      let largest = pass.y[place]
      var rest = pass.dy[place]
      forEachNumber(corner) { number in
        let part = rest.replacing(with: 0, where: pass.x[number] .!= largest)
        dx[number] = part
        rest -= part
      }
    }
  }
}
