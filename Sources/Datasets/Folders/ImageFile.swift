import CImageFiles
import Files

/// A file of one image, PNG or JPEG, in memory.
struct ImageFile {
  let path: String
  private let bytes: [UInt8]
  private let header: daybook_image

  /// The largest file that is read.
  static let largest = 64 << 20

  /// Pixels across and down, as the image is to be seen.
  var size: ImageSize {
    let (width, height) = (Int(header.width), Int(header.height))
    return isTurned
      ? ImageSize(width: height, height: width) : ImageSize(width: width, height: height)
  }

  var channels: Int { Int(header.channels) }
  /// The bytes of memory that it takes while it is read: the file, its levels as they are stored, and
  /// beside them what decoding keeps, or later a plane of them before and after it is turned.
  var workingMemory: Int {
    let pixels = Int(header.width) * Int(header.height)
    return bytes.count + pixels * channels + max(2 * pixels, Int(header.decoding))
  }

  /// Whether rows are stored as columns.
  private var isTurned: Bool { header.orientation >= 5 }

  init(_ path: String) throws(DatasetError) {
    self.path = path
    do {
      bytes = try RegularFile(path).contents(atMost: Self.largest)
    } catch {
      throw DatasetError(error)
    }
    var header = daybook_image()
    let status = daybook_image_header(bytes, bytes.count, &header)
    self.header = header
    guard status == 0, header.width > 0, header.height > 0 else {
      throw DatasetError(Self.problem(status, bytes, header), in: path)
    }
  }

  private static func problem(_ status: Int32, _ bytes: [UInt8], _ header: daybook_image)
    -> DatasetError.Problem
  {
    switch UInt32(bitPattern: status) {
    case DAYBOOK_IMAGE_OTHER.rawValue where bytes.isEmpty: .empty
    case DAYBOOK_IMAGE_OTHER.rawValue:
      .foreign(FileKind(beginning: bytes), expected: "a PNG or JPEG image")
    case DAYBOOK_IMAGE_PRINT.rawValue: .printColours
    case DAYBOOK_IMAGE_MEMORY.rawValue: .compressed(.memory)
    case DAYBOOK_IMAGE_LARGE.rawValue:
      .fileTooLarge(
        ImageSize(width: Int(header.width), height: Int(header.height)),
        largest: DAYBOOK_IMAGE_LARGEST_SIDE)
    default: .damagedImage
    }
  }

  /// Writes the levels of the image, upright, channel by channel, as one of a size and channels.
  ///
  /// Colour becomes grey as ITU-R BT.601 weighs it; another size is made by the mean of what each
  /// pixel covers.
  func write(
    to target: UnsafeMutablePointer<UInt8>, size: ImageSize, channels: Int
  ) throws(DatasetError) {
    let count = Int(header.width) * Int(header.height) * self.channels
    var stored = [UInt8](repeating: 0, count: count)
    let status = daybook_image_pixels(bytes, bytes.count, &stored)
    guard status == 0 else { throw DatasetError(Self.problem(status, bytes, header), in: path) }
    for channel in 0..<channels {
      let plane = upright(plane(channel, of: channels, stored))
      let start = target + channel * size.width * size.height
      if size == self.size {
        start.update(from: plane, count: plane.count)
      } else {
        AreaSampling(from: self.size, to: size).write(plane, to: start)
      }
    }
  }

  /// The levels of a channel, as they are stored.
  private func plane(_ channel: Int, of wanted: Int, _ stored: [UInt8]) -> [UInt8] {
    if channels == 1 { return stored }
    let count = stored.count / 3
    return stored.withUnsafeBufferPointer { stored in
      [UInt8](unsafeUninitializedCapacity: count) { plane, initialized in
        for pixel in 0..<count {
          let level: UInt8
          if wanted == 3 {
            level = stored[3 * pixel + channel]
          } else {
            // 0.299, 0.587 and 0.114 in parts of 65,536.
            let sum =
              19_595 * UInt32(stored[3 * pixel]) + 38_470 * UInt32(stored[3 * pixel + 1])
              + 7_471 * UInt32(stored[3 * pixel + 2])
            level = UInt8((sum + 0x8000) >> 16)
          }
          plane.initializeElement(at: pixel, to: level)
        }
        initialized = count
      }
    }
  }

  /// A plane turned as its orientation says.
  private func upright(_ plane: [UInt8]) -> [UInt8] {
    guard header.orientation > 1 else { return plane }
    let (width, height) = (Int(header.width), Int(header.height))
    let (columns, rows) = (size.width, size.height)
    var turned = [UInt8](repeating: 0, count: plane.count)
    for y in 0..<rows {
      for x in 0..<columns {
        let (column, row) =
          switch header.orientation {
          case 2: (width - 1 - x, y)
          case 3: (width - 1 - x, height - 1 - y)
          case 4: (x, height - 1 - y)
          case 5: (y, x)
          case 6: (y, height - 1 - x)
          case 7: (width - 1 - y, height - 1 - x)
          default: (width - 1 - y, x)
          }
        turned[y * columns + x] = plane[row * width + column]
      }
    }
    return turned
  }
}
