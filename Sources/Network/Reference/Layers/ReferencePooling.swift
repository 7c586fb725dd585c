import Architecture

extension MaxPoolSpec: ReferencedLayer {
  func twin(at place: LayerPlace, _ tensors: [[Double]]) -> any ReferenceLayer {
    ReferenceMaxPooling(windows: ReferenceWindows(window, place.input, place.output))
  }
}

extension AveragePoolSpec: ReferencedLayer {
  func twin(at place: LayerPlace, _ tensors: [[Double]]) -> any ReferenceLayer {
    ReferenceAveragePooling(windows: ReferenceWindows(window, place.input, place.output))
  }
}

/// The largest number of each window.
struct ReferenceMaxPooling: ReferenceExampleLayer {
  let windows: ReferenceWindows

  func forward(_ x: [Double]) -> [Double] {
    windows.numbers.map { numbers in numbers.map { x[$0] }.max() ?? 0 }
  }

  func backward(_ x: [Double], _ dz: [Double], _ gradient: inout [[Double]]) -> [Double] {
    var dx = x.map { _ in 0.0 }
    for (place, numbers) in windows.numbers.enumerated() {
      let largest = numbers.map { x[$0] }.max() ?? 0
      if let first = numbers.first(where: { x[$0] == largest }) { dx[first] += dz[place] }
    }
    return dx
  }
}

/// The mean of each window.
struct ReferenceAveragePooling: ReferenceExampleLayer {
  let windows: ReferenceWindows

  func forward(_ x: [Double]) -> [Double] {
    windows.numbers.map { numbers in
      numbers.map { x[$0] }.reduce(0, +) / Double(numbers.count)
    }
  }

  func backward(_ x: [Double], _ dz: [Double], _ gradient: inout [[Double]]) -> [Double] {
    var dx = x.map { _ in 0.0 }
    for (place, numbers) in windows.numbers.enumerated() {
      for number in numbers { dx[number] += dz[place] / Double(numbers.count) }
    }
    return dx
  }
}

/// The indices of the numbers of each window, row by row.
struct ReferenceWindows {
  let numbers: [[Int]]

  init(_ window: KernelSize, _ input: Shape, _ output: Shape) {
    numbers = (0..<output.count).map { place in
      let (channel, row, column) = output.position(place)
      return (0..<window.height * window.width).map { number in
        let (k, l) = number.quotientAndRemainder(dividingBy: window.width)
        return (channel * input.height + row * window.height + k) * input.width
          + column * window.width + l
      }
    }
  }
}
