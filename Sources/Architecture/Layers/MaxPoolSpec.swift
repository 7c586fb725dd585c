/// The largest number of each window; windows stand side by side.
///
/// Written `max-pool HxW`: "max-pool 2x2".
package struct MaxPoolSpec: PoolingSpec {
  package let window: KernelSize

  package static let word = "max-pool"
  package static let otherWords = ["maxpool", "pool", "max", "maxpool2d"]
  package static let operatorName = "MaxPool"

  package init(_ window: KernelSize) {
    self.window = window
  }

  package var spec: LayerSpec { .maxPool(self) }
}

extension LayerSpec {
  package static func maxPool(_ window: KernelSize) -> LayerSpec { MaxPoolSpec(window).spec }
}
