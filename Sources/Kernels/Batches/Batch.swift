import Network

/// Some examples of a data set, as a network takes them: sixteen side by side.
struct Batch {
  let images: ImageRows
  let labels: [UInt16]
  /// Rows of the data set, at most a chunk.
  let examples: ArraySlice<Int32>

  /// Groups of sixteen examples, the last one begun.
  var groups: Int { Lanes.groups(for: examples.count) }

  /// The groups, so many at a time.
  func groups(by size: Int) -> [Range<Int>] {
    stride(from: 0, to: groups, by: size).map { $0..<min($0 + size, groups) }
  }

  /// How many of a group's sixteen examples there are.
  func count(ofGroup group: Int) -> Int { min(Lanes.width, examples.count - group * Lanes.width) }

  /// The label of an example of a group.
  func label(_ group: Int, _ lane: Int) -> Int { Int(labels[row(group, lane)]) }

  /// The numbers of a group's images, changed where that is asked for; zero for examples that are
  /// missing.
  func fill(
    _ group: Int, into x: UnsafeMutablePointer<Lanes>,
    _ augmentation: (ImageAugmentation, epoch: Int)? = nil
  ) {
    let scale = Float(images.scale)
    let numbers = UnsafeMutableRawPointer(x).assumingMemoryBound(to: Float.self)
    let count = count(ofGroup: group)
    if count < Lanes.width { x.update(repeating: .zero, count: images.imageSize) }
    for lane in 0..<count {
      let row = row(group, lane)
      images.forEach(in: row..<row + 1) { levels in
        if let (augmentation, epoch) = augmentation {
          return augmentation.resampling(example: Int32(row), epoch: epoch)
            .fill(levels, scale: scale, into: numbers + lane)
        }
        for pixel in 0..<images.imageSize {
          numbers[pixel &* Lanes.width &+ lane] = Float(levels[pixel]) * scale
        }
      }
    }
  }

  private func row(_ group: Int, _ lane: Int) -> Int {
    Int(examples[examples.startIndex + group * Lanes.width + lane])
  }
}

extension Batch {
  /// Takes the examples forward through a trained network, as many groups at once as there are
  /// `networks`, and calls `body` with each group once it has gone.
  func forEachForward(
    _ networks: [Propagation], _ weights: UnsafePointer<Float>,
    _ body: (_ group: Int, _ network: Propagation) -> Void
  ) {
    for groups in groups(by: networks.count) {
      let networks = networks[..<groups.count]
      for (group, network) in zip(groups, networks) { fill(group, into: network.input) }
      networks[0].plan.forward(networks, weights)
      for (group, network) in zip(groups, networks) { body(group, network) }
    }
  }
}
