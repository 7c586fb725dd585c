import Architecture

/// The largest number of each window; windows stand side by side.
struct MaxPooling: Layer {
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

  /// Calls `body` with the index of each window and of the first number in it.
  @inline(__always)
  private func forEachWindow(_ body: (_ place: Int, _ corner: Int) -> Void) {
    for channel in 0..<output.channels {
      for row in 0..<output.height {
        let line = (channel * input.height + row * window.height) * input.width
        let place = (channel * output.height + row) * output.width
        for column in 0..<output.width { body(place + column, line + column * window.width) }
      }
    }
  }

  /// Calls `body` with the index of each number in a window.
  @inline(__always)
  private func forEachNumber(_ corner: Int, _ body: (Int) -> Void) {
    for row in 0..<window.height {
      for column in 0..<window.width { body(corner + row * input.width + column) }
    }
  }
}
