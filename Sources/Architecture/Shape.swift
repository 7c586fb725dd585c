/// The shape of what goes from one layer to the next: channels of rows of numbers.
package struct Shape: Sendable, Hashable, Codable {
  package let channels: Int
  package let height: Int
  package let width: Int

  /// An image, or what a layer makes of one.
  package init(channels: Int, height: Int, width: Int) {
    self.channels = channels
    self.height = height
    self.width = width
  }

  /// The outputs of so many units, without places.
  package init(units: Int) {
    self.init(channels: units, height: 1, width: 1)
  }

  /// How many numbers there are.
  package var count: Int { channels * height * width }

  /// Whether a network takes images of this shape: they have 1...3,145,728 numbers.
  package var isImage: Bool {
    let bounds = 1...3_145_728
    guard bounds.contains(channels), bounds.contains(height), bounds.contains(width) else {
      return false
    }
    // Three sides that are each within bounds may make a number that no integer holds.
    return bounds.contains(channels * height) && bounds.contains(channels * height * width)
  }
}

extension Shape: CustomStringConvertible {
  /// "16 × 24 × 24"; "128" without places.
  package var description: String {
    height == 1 && width == 1 ? "\(channels)" : "\(channels) × \(height) × \(width)"
  }
}
