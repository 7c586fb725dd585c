import Bytes
import Testing

/// Numbers as bytes: what is written is read, and nothing is read that is not there.
@Suite struct BytesTests {
  @Test("Numbers are little-endian")
  func order() {
    var writer = ByteWriter()
    writer.write(UInt32(0x0102_0304))
    writer.write(1.0)
    writer.write(Float(-2))
    writer.write("é")
    #expect(
      writer.bytes
        == [4, 3, 2, 1] + [0, 0, 0, 0, 0, 0, 0xF0, 0x3F] + [0, 0, 0, 0xC0]
        + [2, 0, 0, 0, 0, 0, 0, 0, 0xC3, 0xA9])
  }

  @Test("What is written is read, to the last byte and no further")
  func roundTrip() {
    var writer = ByteWriter()
    writer.write(UInt16.max)
    writer.write(UInt64(7))
    writer.write(bytes: [1, 2, 3])
    writer.write("text")
    writer.write(-0.0)
    var reader = ByteReader(writer.bytes)
    #expect(reader.read(UInt16.self) == .max)
    #expect(reader.readCount() == 7)
    #expect(reader.readBytes(3) == [1, 2, 3])
    #expect(reader.readText() == "text")
    #expect(!reader.isAtEnd)
    #expect(reader.readDoubles(2) == nil)
    #expect(reader.readDoubles(1)?.first?.sign == .minus)
    #expect(reader.isAtEnd)
    #expect(reader.read(UInt8.self) == nil)
    #expect(reader.readBytes(0) == [])
  }

  @Test("Lengths that are not there are refused")
  func lengths() {
    var reader = ByteReader([UInt8](repeating: 0xFF, count: 9))
    #expect(reader.readBytes(-1) == nil)
    #expect(reader.readBytes(10) == nil)
    #expect(reader.readDoubles(.max) == nil)
    #expect(reader.readText() == nil)
    var slice = ByteReader([9, 8, 7, 6][1...2])
    #expect(slice.read(UInt16.self) == 0x0708)
    #expect(slice.isAtEnd)
  }
}
