import Architecture

/// A layer whose windows stand side by side; rows and columns that fill none are left out.
protocol Windowed {
  var window: KernelSize { get }
  var input: Shape { get }
  var output: Shape { get }
}

extension Windowed {
  /// Calls `body` with the index of each window and of the first number in it.
  @inline(__always)
  func forEachWindow(_ body: (_ place: Int, _ corner: Int) -> Void) {
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
  func forEachNumber(_ corner: Int, _ body: (Int) -> Void) {
    for row in 0..<window.height {
      for column in 0..<window.width { body(corner + row * input.width + column) }
    }
  }

  /// Sets the rows and columns that fill no window to zero.
  func clearRest(_ dx: UnsafeMutablePointer<Lanes>) {
    let (height, width) = (output.height * window.height, output.width * window.width)
    guard height < input.height || width < input.width else { return }
    for line in 0..<input.channels * input.height {
      let first = line % input.height < height ? width : 0
      (dx + line * input.width + first).update(repeating: .zero, count: input.width - first)
    }
  }
}
