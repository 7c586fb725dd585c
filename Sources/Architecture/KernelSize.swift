/// How many rows and columns a kernel or a window has.
package struct KernelSize: Sendable, Hashable {
  package let height: Int
  package let width: Int

  package init(height: Int, width: Int) {
    self.height = height
    self.width = width
  }

  /// "5x5".
  package var text: String { "\(height)x\(width)" }

  var isWithinBounds: Bool {
    LayerSpec.sideBounds.contains(height) && LayerSpec.sideBounds.contains(width)
  }

  var sides: [Int] { [height, width] }
}

/// The zeros around an image that a convolution is laid over.
package enum Padding: Sendable, Hashable {
  /// So many on each side.
  case cells(Int)
  /// As many as leave the size as it is, for kernels of odd sides.
  case same

  /// How many rows above and below, and how many columns left and right.
  package func margins(for kernel: KernelSize) -> KernelSize {
    switch self {
    case .cells(let count): KernelSize(height: count, width: count)
    case .same: KernelSize(height: (kernel.height - 1) / 2, width: (kernel.width - 1) / 2)
    }
  }
}
