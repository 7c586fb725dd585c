/// The mean of each window; windows stand side by side.
///
/// Written `average-pool HxW`: "average-pool 2x2".
package struct AveragePoolSpec: PoolingSpec {
  package let window: KernelSize

  package static let word = "average-pool"
  package static let otherWords = ["avg-pool", "avgpool", "avgpool2d"]
  package static let operatorName = "AveragePool"

  package init(_ window: KernelSize) {
    self.window = window
  }

  package var spec: LayerSpec { .averagePool(self) }
}

extension LayerSpec {
  package static func averagePool(_ window: KernelSize) -> LayerSpec {
    AveragePoolSpec(window).spec
  }
}
