/// Images, and for each its class.
package struct LabelledImages: Sendable {
  package let images: ImageRows
  package let labels: [UInt8]

  package init(_ images: ImageRows, labels: [UInt8]) {
    self.images = images
    self.labels = labels
  }
}
