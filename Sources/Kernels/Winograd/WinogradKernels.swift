/// Kernels at the points, sixteen kernels side by side: point by point, one number a kernel.
///
/// - `weights`: kernels × kernel height × kernel width.
/// - `kernels`: 36 × the kernels in whole vectors.
/// - `room`: a patch and its way.
func transformKernels(
  _ weights: UnsafePointer<Float>, _ shape: WinogradShape, room: UnsafeMutablePointer<Lanes>,
  into kernels: UnsafeMutablePointer<Lanes>
) {
  let (height, width) = (shape.kernelHeight, shape.kernelWidth)
  let (size, count) = (height * width, shape.inputs * shape.outputs)
  let numbers = UnsafeMutableRawPointer(room).assumingMemoryBound(to: Float.self)
  let half = room + WinogradShape.points
  for group in 0..<shape.kernelGroups {
    let first = group * Lanes.width
    for lane in 0..<min(Lanes.width, count - first) {
      for tap in 0..<size {
        numbers[tap * Lanes.width + lane] = weights[(first + lane) * size + tap]
      }
    }
    for column in 0..<width {
      SixPoints.values(of: room + column, width, count: height).divided
        .store(to: half + column, width)
    }
    for row in 0..<6 {
      SixPoints.values(of: half + row * width, 1, count: width).divided
        .store(to: kernels + row * 6 * shape.kernelGroups + group, shape.kernelGroups)
    }
  }
}

/// Adds the slopes by kernels, of those by what stands for them at the points.
///
/// - `sums`: 36 × the kernels in whole vectors, those of a plane that goes in one after the other.
/// - `gradient`: outputs × inputs × kernel height × kernel width.
func addKernelGradients(
  _ sums: UnsafePointer<Lanes>, _ shape: WinogradShape, room: UnsafeMutablePointer<Lanes>,
  to gradient: UnsafeMutablePointer<Float>
) {
  let (height, width) = (shape.kernelHeight, shape.kernelWidth)
  let (size, count) = (height * width, shape.inputs * shape.outputs)
  let numbers = UnsafeMutableRawPointer(room).assumingMemoryBound(to: Float.self)
  let half = room + WinogradShape.points
  for group in 0..<shape.kernelGroups {
    for column in 0..<6 {
      SixPoints(sums + column * shape.kernelGroups + group, 6 * shape.kernelGroups).divided
        .storeSums(to: half + column, 6, count: height)
    }
    for row in 0..<height {
      SixPoints<Lanes>(half + row * 6, 1).divided
        .storeSums(to: room + row * width, 1, count: width)
    }
    let first = group * Lanes.width
    for lane in 0..<min(Lanes.width, count - first) {
      let (input, output) = (first + lane).quotientAndRemainder(dividingBy: shape.outputs)
      let kernel = gradient + (output * shape.inputs + input) * size
      for tap in 0..<size { kernel[tap] += numbers[tap * Lanes.width + lane] }
    }
  }
}
