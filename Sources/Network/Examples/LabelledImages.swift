/// Images, and for each its class.
package struct LabelledImages: Sendable {
  package let images: ImageRows
  package let labels: [UInt16]

  package init(_ images: ImageRows, labels: [UInt16]) {
    self.images = images
    self.labels = labels
  }
}
