import Figures
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Compares a PNG with the one recorded under `name`.
///
/// Records under `RECORD_SNAPSHOTS=1` or where there is none, and fails when it did, so that no
/// recording passes unseen. Smoothed edges differ between versions of FreeType and Cairo; a moved,
/// missing or recoloured mark differs more than `ImageDifference` tolerates.
func expectSnapshot(
  _ name: String, _ png: [UInt8], sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Snapshots")
  let file = folder.appendingPathComponent("\(name).png")
  let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
  guard !isRecording, let recorded = try? Data(contentsOf: file) else {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(png).write(to: file)
    Issue.record("Recorded \(name).png; look at it and run again", sourceLocation: sourceLocation)
    return
  }
  let expected = try #require(DecodedPNG(Array(recorded)), "\(name).png is no PNG")
  let found = try #require(DecodedPNG(png))
  let difference = ImageDifference(expected.image, found.image)
  guard !difference.isTolerable else { return }
  // One for each run, so that none writes over what another has left.
  let changed = FileManager.default.temporaryDirectory
    .appendingPathComponent("figure-snapshots-\(ProcessInfo.processInfo.processIdentifier)")
  try FileManager.default.createDirectory(at: changed, withIntermediateDirectories: true)
  let new = changed.appendingPathComponent("\(name)-changed.png")
  let marked = changed.appendingPathComponent("\(name)-difference.png")
  try Data(png).write(to: new)
  try Data(PNGEncoder.encode(difference.image)).write(to: marked)
  Issue.record(
    "\(name).png differs: \(difference). Snapshots need the font Inter. See \(new.path) and \(marked.path)",
    sourceLocation: sourceLocation)
}

/// How much two images differ.
struct ImageDifference: CustomStringConvertible {
  let hasSameSize: Bool
  /// The mean difference of a channel, in steps of 255.
  let mean: Double
  /// How many blocks of 8 × 8 pixels have a mean colour that differs by more than 24 steps.
  let changedBlocks: Int
  /// White where the images are alike, darker where they differ.
  let image: PixelImage

  init(_ expected: PixelImage, _ found: PixelImage) {
    hasSameSize = expected.width == found.width && expected.height == found.height
    guard hasSameSize, !expected.pixels.isEmpty else {
      (mean, changedBlocks, image) = (255, .max, found)
      return
    }
    let distances = zip(expected.pixels, found.pixels).map(Self.distance)
    mean = Double(distances.reduce(0, +)) / Double(3 * distances.count)
    changedBlocks = Self.changedBlocks(expected, found)
    image = PixelImage(
      width: found.width, height: found.height,
      pixels: distances.map { UInt32(255 - min(255, $0)) * 0x1_0101 })
  }

  var isTolerable: Bool { hasSameSize && mean < 0.6 && changedBlocks == 0 }

  var description: String {
    hasSameSize
      ? "mean \(mean) of 255, \(changedBlocks) blocks of 8 × 8 pixels changed" : "another size"
  }

  private static func distance(_ one: UInt32, _ other: UInt32) -> Int {
    [0, 8, 16].reduce(0) { sum, shift in
      sum + abs(Int(one >> shift & 0xFF) - Int(other >> shift & 0xFF))
    }
  }

  /// Smoothing moves light between neighbours, which the mean of a block hardly notices.
  private static func changedBlocks(_ expected: PixelImage, _ found: PixelImage) -> Int {
    let side = 8
    var changed = 0
    for top in stride(from: 0, to: expected.height, by: side) {
      for left in stride(from: 0, to: expected.width, by: side) {
        let one = blockMean(expected, left, top, side)
        let other = blockMean(found, left, top, side)
        if zip(one, other).contains(where: { abs($0 - $1) > 24 }) { changed += 1 }
      }
    }
    return changed
  }

  private static func blockMean(
    _ image: PixelImage, _ left: Int, _ top: Int, _ side: Int
  ) -> [Double] {
    var sums = [0, 0, 0]
    var count = 0
    for y in top..<min(top + side, image.height) {
      for x in left..<min(left + side, image.width) {
        let pixel = image.pixels[y * image.width + x]
        for channel in 0..<3 { sums[channel] += Int(pixel >> (8 * channel) & 0xFF) }
        count += 1
      }
    }
    return sums.map { Double($0) / Double(count) }
  }
}
