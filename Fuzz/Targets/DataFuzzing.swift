import Datasets
import Exchange

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files of data sets, in a folder of their own that is emptied as the program goes on.
enum DataFuzzing {
  /// Memory that a file may ask for.
  private static let memory = 64 << 20

  /// The training images and, behind them, what is there of the labels.
  static func readIDX(_ bytes: [UInt8]) {
    let folder = ScratchFolder()
    folder.write(bytes, "train-images-idx3-ubyte")
    writeRest(folder)
    _ = try? IDXFiles(folder: folder.path).read(memory: memory)
  }

  static func readGzip(_ bytes: [UInt8]) {
    let folder = ScratchFolder()
    folder.write([0x1F, 0x8B] + bytes.dropFirst(2), "train-images-idx3-ubyte.gz")
    writeRest(folder)
    _ = try? IDXFiles(folder: folder.path).read(memory: memory)
  }

  static func readCSV(_ bytes: [UInt8]) {
    let folder = ScratchFolder()
    folder.write(bytes, "train.csv")
    let path = folder.path + "/train.csv"
    for threads in [1, 3] {
      _ = try? CSVFiles(labelled: path, test: path).read(threads: threads, memory: memory)
    }
  }

  static func readNPZ(_ bytes: [UInt8]) {
    let folder = ScratchFolder()
    folder.write(bytes, "data.npz")
    let path = folder.path + "/data.npz"
    let files = NPZFiles(path, images: nil, labels: nil)
    _ = try? files.read(threads: 1, memory: memory)
    _ = try? files.outline(memory: memory)
    let arrays = try? NumPyArchive(path).contents(atMost: memory / 16)
    _ = try? NPZFile.model(
      (arrays ?? [:]).mapValues { contents in
        switch contents {
        case .numbers(let numbers, let shape): .numbers(numbers, shape: shape)
        case .texts(let texts): .texts(texts)
        }
      })
  }

  /// An image of a class, and as large a one of another beside it.
  static func readImage(_ bytes: [UInt8]) {
    let folder = ScratchFolder()
    folder.write(bytes, "a/1.png")
    folder.write(bytes, "b/2.jpg")
    _ = try? ImageFolders(labelled: folder.path, test: nil).read(threads: 1, memory: memory)
  }

  /// Two images of 2 × 2 pixels, and labels for as many.
  private static func writeRest(_ folder: ScratchFolder) {
    let images: [UInt8] = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 2, 1, 2, 3, 4, 5, 6, 7, 8]
    let labels: [UInt8] = [0, 0, 8, 1, 0, 0, 0, 2, 3, 4]
    folder.write(labels, "train-labels-idx1-ubyte")
    folder.write(images, "t10k-images-idx3-ubyte")
    folder.write(labels, "t10k-labels-idx1-ubyte")
  }
}

/// A folder that is gone with its last use.
final class ScratchFolder {
  let path: String
  private var names: [String] = []
  private var folders: [String] = []

  init() {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/daybook-fuzz-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? "/nowhere"
    }
  }

  deinit {
    for name in names { unlink(path + "/" + name) }
    for folder in folders { rmdir(path + "/" + folder) }
    rmdir(path)
  }

  /// Writes a file, also into a folder of the folder.
  func write(_ bytes: [UInt8], _ name: String) {
    let parts = name.split(separator: "/")
    if parts.count == 2 {
      mkdir(path + "/" + parts[0], 0o700)
      folders.append(String(parts[0]))
    }
    let descriptor = open(path + "/" + name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    names.append(name)
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { SystemWrite.write(descriptor, $0) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}

private enum SystemWrite {
  static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}
