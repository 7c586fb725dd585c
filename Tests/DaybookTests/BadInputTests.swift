import Foundation
import Testing

/// What users read when something is wrong with their files.
@Suite struct BadInputTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    let name: String
    /// Options of the load step.
    let load: String
    /// Files beside the notebook, by path.
    let files: [String: Data]
    /// What standard error must say, in this order.
    let says: [String]
    var testDescription: String { name }
  }

  private static func idx(_ words: [UInt32], _ payload: [UInt8]) -> Data {
    Data(
      words.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) } }
        + payload)
  }

  private static func folder(
    images: Data? = nil, labels: Data? = nil, testImages: Data? = nil, testLabels: Data? = nil
  ) -> [String: Data] {
    let pixels = [UInt8](repeating: 7, count: 3 * 4)
    let goodImages = idx([2051, 3, 2, 2], pixels)
    let goodLabels = idx([2049, 3], [1, 2, 3])
    return [
      "m/train-images-idx3-ubyte": images ?? goodImages,
      "m/train-labels-idx1-ubyte": labels ?? goodLabels,
      "m/t10k-images-idx3-ubyte": testImages ?? goodImages,
      "m/t10k-labels-idx1-ubyte": testLabels ?? goodLabels,
    ]
  }

  private static func csv(_ text: String) -> [String: Data] { ["d.csv": Data(text.utf8)] }
  private static let header = "label,pixel0,pixel1,pixel2,pixel3\n"

  static let mistakes: [Mistake] = [
    Mistake(
      name: "a missing folder", load: "mnist: m", files: [:],
      says: ["nb.md:2:8: error: step 'load': m: No such file or directory", "mnist: m"]),
    Mistake(
      name: "a missing file", load: "mnist: m",
      files: folder().filter { $0.key != "m/t10k-labels-idx1-ubyte" },
      says: [
        "there is no t10k-labels-idx1-ubyte and no t10k-labels-idx1-ubyte.gz",
        "the folder holds t10k-images-idx3-ubyte, train-images-idx3-ubyte",
      ]),
    Mistake(
      name: "a folder for a file", load: "csv: m", files: folder(),
      says: ["nb.md:2:6: error: step 'load': m: ", "folder"]),
    Mistake(
      name: "an archive for a folder", load: "mnist: d.zip",
      files: ["d.zip": Data([0x50, 0x4B, 3, 4] + [UInt8](repeating: 1, count: 60))],
      says: ["d.zip: this is a zip archive, and no folder", "unpack it, and name the folder"]),
    Mistake(
      name: "a file of the folder", load: "mnist: m/train-images-idx3-ubyte", files: folder(),
      says: ["this is an IDX file, and no folder", "name the folder that it is in"]),
    Mistake(
      name: "a table for a folder", load: "images: d.csv", files: csv(header + "1,0,0,0,0\n"),
      says: ["d.csv: this is text, and no folder", "'csv: FILE'"]),
    Mistake(
      name: "fields apart by spaces", load: "csv: d.csv", files: csv("1 0 0 0 0\n2 0 0 0 0\n"),
      says: ["d.csv, line 1: the first line has no commas, semicolons or tabs"]),
    Mistake(
      name: "an empty file", load: "mnist: m", files: folder(images: Data()),
      says: ["m/train-images-idx3-ubyte: the file is empty"]),
    Mistake(
      name: "a wrong magic number", load: "mnist: m",
      files: folder(images: idx([2049, 3, 2, 2], [1])),
      says: ["it begins with 2049, not 2051"]),
    Mistake(
      name: "a payload cut short", load: "mnist: m",
      files: folder(images: idx([2051, 3, 2, 2], [1, 2])),
      says: ["promises 12 bytes, and 2 follow"]),
    Mistake(
      name: "a payload too long", load: "mnist: m",
      files: folder(labels: idx([2049, 3], [1, 2, 3, 4])),
      says: ["promises 3 bytes, and more follow"]),
    Mistake(
      name: "four billion rows", load: "mnist: m",
      files: folder(
        images: idx([2051, .max, .max, .max], [1]), labels: idx([2049, .max], [1])),
      says: ["which is no sensible size"]),
    Mistake(
      name: "a billion rows that are not there", load: "mnist: m",
      files: folder(
        images: idx([2051, 1 << 29, 28, 28], [1]), labels: idx([2049, 1 << 29], [1])),
      says: ["promises 420906795008 bytes, and 1 follow"]),
    Mistake(
      name: "fewer labels than images", load: "mnist: m",
      files: folder(labels: idx([2049, 2], [1, 2])),
      says: ["3 images for the 2 labels of m/train-labels-idx1-ubyte"]),
    Mistake(
      name: "images of two sizes", load: "mnist: m",
      files: folder(testImages: idx([2051, 3, 1, 1], [1, 2, 3])),
      says: ["images of 1 × 1 pixels, and m/train-images-idx3-ubyte has 2 × 2"]),
    Mistake(
      name: "label 10 of 10 classes", load: "mnist: m\nclasses: 10",
      files: folder(labels: idx([2049, 3], [1, 10, 3])),
      says: [
        "m/train-labels-idx1-ubyte, item 1: label 10 is none of the 10 classes",
        "write 'classes: 11'",
      ]),
    Mistake(
      name: "a web page for a file", load: "mnist: m",
      files: folder(images: Data("<!DOCTYPE html><html><title>Not found</title></html>".utf8)),
      says: ["train-images-idx3-ubyte: this is a web page", "download the file itself"]),
    Mistake(
      name: "a CSV file for an IDX file", load: "mnist: m",
      files: folder(images: Data("label,pixel0,pixel1\n".utf8)),
      says: ["train-images-idx3-ubyte: this is text", "csv: FILE"]),
    Mistake(
      name: "levels of 32 bits", load: "mnist: m",
      files: folder(
        images: idx([0x0C03, 3, 1, 1], [0, 0, 0, 7, 0, 0, 1, 4, 0, 0, 0, 7]),
        testImages: idx([2051, 3, 1, 1], [1, 2, 3])),
      says: ["item 1: 260 is no level from 0 to 255, and the file holds 32-bit numbers"]),
    Mistake(
      name: "a set among several", load: "mnist: m",
      files: Dictionary(
        uniqueKeysWithValues: ["a", "b"].flatMap { set in
          folder().map { ("m/\(set)-\($0.key.dropFirst(2))", $0.value) }
        }),
      says: ["several data sets: a, b", "'m/a'"]),
    Mistake(
      name: "a truncated gzip file", load: "mnist: m",
      files: folder(images: Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0])),
      says: ["the gzipped data ends too early"]),
    Mistake(
      name: "a damaged gzip file", load: "mnist: m",
      files: folder(images: Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF])),
      says: ["the gzipped data is damaged"]),
    Mistake(
      name: "more labelled rows than rows", load: "mnist: m\nlabelled: 7", files: folder(),
      says: ["nb.md:3:11: error: step 'load': labelled: 7 is more than the 6 rows"]),
    Mistake(
      name: "a dev set larger than the data", load: "mnist: m\nlabelled: 4", files: folder(),
      says: ["nb.md:8:6: error: step 'split': a dev set of 5 leaves nothing of the 4 labelled rows"]
    ),
    Mistake(
      name: "a CSV file without labels", load: "csv: d.csv",
      files: csv("pixel0,pixel1,pixel2,pixel3\n1,2,3,4\n"),
      says: ["d.csv, line 1: no column is known to hold the labels", "pixel0, pixel1"]),
    Mistake(
      name: "a column of another name", load: "csv: d.csv",
      files: csv("label,pixel0,pixel1,pixel2,pixel3,Usage\n1,2,3,4,5,6\n"),
      says: ["d.csv, line 1, column 6: the column 'Usage' is neither", "'id: Usage'"]),
    Mistake(
      name: "a column that is not there", load: "csv: d.csv\nlabel: kind", files: csv(header),
      says: ["there is no column 'kind'", "the columns are label, pixel0"]),
    Mistake(
      name: "pixels that make no square", load: "csv: d.csv", files: csv("label,a,b\n1,2,3\n"),
      says: ["2 levels make no square image", "size: WIDTHxHEIGHT"]),
    Mistake(
      name: "text of 16 bits", load: "csv: d.csv",
      files: ["d.csv": "label,pixel0\n1,2\n".data(using: .utf16LittleEndian) ?? Data()],
      says: ["this is UTF-16 text", "save it as UTF-8"]),
    Mistake(
      name: "labels from one", load: "csv: d.csv",
      files: csv(header + String(repeating: "1,0,0,0,0\n26,0,0,0,0\n", count: 60)),
      says: ["labels count from 1, to 26", "'classes: [NAME, …]' with 26 names"]),
    Mistake(
      name: "a name that is no class", load: "csv: d.csv\nclasses: [cat, dog]",
      files: csv(header + "cat,0,0,0,0\ncow,0,0,0,0\n"),
      says: ["d.csv, line 3, column 1: 'cow' is none of the classes", "cat, dog"]),
    Mistake(
      name: "fractions", load: "csv: d.csv", files: csv(header + "1,0.5,0,0,0\n"),
      says: ["'0.5' is not a grey level", "levels: 1"]),
    Mistake(
      name: "a level above the largest", load: "csv: d.csv\nlevels: 16",
      files: csv(header + "1,0,17,0,0\n"),
      says: ["column 3 (pixel1): '17' is not a grey level", "from 0 to 16"]),
    Mistake(
      name: "a CSV file with nothing below its header", load: "csv: d.csv", files: csv(header),
      says: ["there are no rows below the header"]),
    Mistake(
      name: "a header without an end", load: "csv: d.csv",
      files: csv("label," + String(repeating: "pixel,", count: 200_000) + "\n1,2\n"),
      says: ["d.csv, line 1: the line is of 1 MiB or more", "it is the right file"]),
    Mistake(
      name: "a row without an end", load: "csv: d.csv",
      files: csv(header + "1,0,0,0,0\n1,0,0,0," + String(repeating: "9", count: 1 << 21) + "\n"),
      says: ["d.csv, line 3: the line is of 1 MiB or more", "it is the right file"]),
    Mistake(
      name: "a ragged row", load: "csv: d.csv", files: csv(header + "1,0,0,0,0\n2,0,0,0\n"),
      says: ["d.csv, line 3: 4 fields instead of 5"]),
    Mistake(
      name: "a word for a pixel", load: "csv: d.csv",
      files: csv(header + "1,0,0,0,0\n2,0,dark,0,0\n"),
      says: ["d.csv, line 3, column 3 (pixel1): 'dark' is not a grey level", "0 to 255"]),
    Mistake(
      name: "256 as a pixel", load: "csv: d.csv", files: csv(header + "1,0,0,0,256\n"),
      says: ["d.csv, line 2, column 5 (pixel3): '256' is not a grey level"]),
    Mistake(
      name: "-1 as a pixel", load: "csv: d.csv", files: csv(header + "1,-1,0,0,0\n"),
      says: ["column 2 (pixel0): '-1' is not a grey level"]),
    Mistake(
      name: "label 10 of 10 classes in CSV", load: "csv: d.csv\nclasses: 10",
      files: csv(header + "10,0,0,0,0\n"),
      says: ["d.csv, line 2, column 1: label 10 is none of the 10 classes"]),
    Mistake(
      name: "an empty field", load: "csv: d.csv", files: csv(header + "1,,0,0,0\n"),
      says: ["d.csv, line 2, column 2 (pixel0): the field is empty"]),
    Mistake(
      name: "a blank line among rows", load: "csv: d.csv",
      files: csv(header + "1,0,0,0,0\n\n1,0,0,0,0\n"),
      says: ["d.csv, line 3: the line is blank"]),
    Mistake(
      name: "a quote that is not closed", load: "csv: d.csv", files: csv(header + "1,\"0,0,0,0\n"),
      says: ["d.csv, line 2, column 2: a quote is never closed"]),
  ]

  @Test("One clear error, exit status 1, and no report", arguments: mistakes)
  func mistake(_ mistake: Mistake) throws {
    let bench = try Workbench()
    try bench.write(
      """
      ```load
      \(mistake.load)
      ```

      ```split
      shuffle: false
      dev: 5
      ```
      """, to: "nb.md")
    for (path, data) in mistake.files { try bench.write(data, to: path) }
    let outcome = try bench.daybook("run", "nb.md")
    #expect(outcome.status == 1, "\(outcome.error)")
    var rest = outcome.error[...]
    for text in mistake.says {
      let found = rest.range(of: text)
      #expect(found != nil, "'\(text)' is not in:\n\(outcome.error)")
      if let found { rest = rest[found.upperBound...] }
    }
    #expect(!bench.exists("output/nb/index.html"))
    #expect(bench.exists("output/nb/failed.html"))
  }
}
