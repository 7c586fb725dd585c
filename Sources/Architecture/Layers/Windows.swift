extension KernelSize {
  /// What is left of an image where windows of this size, side by side, become one number each.
  func tiles(of input: Shape) -> Shape {
    Shape(
      channels: input.channels, height: input.height / max(1, height),
      width: input.width / max(1, width))
  }
}

extension Operator {
  /// One number of each window.
  static func pooling(_ name: String, _ window: KernelSize) -> Operator {
    Operator(
      name,
      [
        .init("kernel_shape", .integers(window.sides)), .init("strides", .integers(window.sides)),
      ])
  }
}
