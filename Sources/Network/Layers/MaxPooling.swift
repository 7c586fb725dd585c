import Architecture

extension MaxPoolSpec: TrainableLayer {
  func passes(at place: LayerPlace) -> any Layer {
    MaxPooling(window: window, input: place.input, output: place.output)
  }

  func twin(at place: LayerPlace, _ tensors: [[Double]]) -> any ReferenceLayer {
    ReferenceMaxPooling(windows: ReferenceWindows(window, place.input, place.output))
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
    dx.update(repeating: .zero, count: input.count)
    forEachWindow { place, corner in
      let largest = pass.y[place]
      var rest = pass.dy[place]
      forEachNumber(corner) { number in
        let isLargest = pass.x[number] .== largest
        dx[number].replace(with: rest, where: isLargest)
        rest.replace(with: 0, where: isLargest)
      }
    }
  }
}
