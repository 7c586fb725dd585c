import Figures
import Testing

@Suite struct PNGEncoderTests {
  @Test(arguments: [(1, 1), (1, 7), (7, 1), (33, 20)])
  func fewColoursComeBackExactly(_ width: Int, _ height: Int) throws {
    let image = Self.image(width, height) { UInt32($0 % 200) * 0x01_0203 & 0xFF_FFFF }
    let decoded = try #require(DecodedPNG(PNGEncoder.encode(image)))
    #expect(decoded.image == image)
    #expect(decoded.chunks == ["IHDR", "PLTE", "IDAT", "IEND"])
  }

  @Test(arguments: [(1, 1), (7, 3), (8, 3), (33, 20)])
  func sixteenColoursComeBackExactly(_ width: Int, _ height: Int) throws {
    let image = Self.image(width, height) { UInt32($0 * $0 % 16) * 0x0F_0D0B }
    let decoded = try #require(DecodedPNG(PNGEncoder.encode(image)))
    #expect(decoded.image == image)
  }

  @Test(arguments: [(300, 1), (1, 300), (64, 64)])
  func manyUnlikeColoursComeBackExactly(_ width: Int, _ height: Int) throws {
    // A multiplicative hash: colours all over the cube, far from one another.
    let image = Self.image(width, height) { UInt32(truncatingIfNeeded: $0 &* 2_654_435_761) >> 8 }
    let decoded = try #require(DecodedPNG(PNGEncoder.encode(image)))
    #expect(decoded.image == image)
    #expect(decoded.paletteSize == 0)
  }

  @Test func smoothRowsUseFilters() throws {
    let image = Self.image(256, 64) { index in
      let x = UInt32(index % 256)
      let y = UInt32(index / 256) * 4
      let blue = x ^ y
      return (x << 16) | (y << 8) | blue
    }
    let png = try PNGEncoder.encode(image)
    #expect(DecodedPNG(png)?.image == image)
    #expect(png.count < 3 * 256 * 64 / 4)
  }

  @Test func aReducedPaletteKeepsFlatColoursAndMovesEdgesLittle() throws {
    // Half the image is one colour; the rest are 1,000 shades of a smoothed edge.
    let flat: UInt32 = 0x16_181D
    let image = Self.image(100, 20) { index in
      let shade = UInt32(index % 1000)
      let edge: UInt32 = ((shade % 250) << 16) | ((shade / 4) << 8) | (shade % 7)
      return index < 1000 ? flat : edge
    }
    let decoded = try #require(DecodedPNG(PNGEncoder.encode(image)))
    #expect((1...256).contains(decoded.paletteSize))
    #expect(decoded.image.pixels.prefix(1000).allSatisfy { $0 == flat })
    let moved = zip(image.pixels, decoded.image.pixels).map(Self.largestMove)
    #expect(moved.max() ?? 0 <= 40)
  }

  @Test func storedGreyLevelsStandInTheFileAsTheyAre() throws {
    let grey = (0..<28 * 28).map { UInt8(truncatingIfNeeded: $0 * 7) }
    let png = try PNGEncoder.stored(grey, width: 28, channels: 1)
    let rows = (0..<28).flatMap { [0] + grey[28 * $0..<28 * ($0 + 1)] }
    #expect(Array(png[48..<48 + rows.count]) == rows)
  }

  @Test func sameImageSameBytes() throws {
    let image = Self.image(90, 90) { UInt32($0 * 7919) & 0x3F_3F3F }
    #expect(try PNGEncoder.encode(image) == PNGEncoder.encode(image))
  }

  @Test func missingPixelsAreBlackAndSurplusOnesLeftOut() {
    #expect(PixelImage(width: 2, height: 2, pixels: [1]).pixels == [1, 0, 0, 0])
    #expect(PixelImage(width: 1, height: 1, pixels: [1, 2]).pixels == [1])
    #expect(PixelImage(width: -1, height: 1, pixels: [1]).pixels.isEmpty)
  }

  private static func largestMove(_ one: UInt32, _ other: UInt32) -> Int {
    [0, 8, 16].map { (shift: UInt32) -> Int in
      let (a, b) = (one >> shift & 0xFF, other >> shift & 0xFF)
      return abs(Int(a) - Int(b))
    }.max() ?? 0
  }

  private static func image(
    _ width: Int, _ height: Int, _ pixel: (Int) -> UInt32
  ) -> PixelImage {
    PixelImage(width: width, height: height, pixels: (0..<width * height).map(pixel))
  }
}
