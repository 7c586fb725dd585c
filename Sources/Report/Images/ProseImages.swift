import Files
import Notebook

/// The images of a notebook's prose that its page can hold, and what keeps others from it.
///
/// A page is one file, which holds an image as often as the text shows it.
struct ProseImages {
  /// The bytes that the images of a page come to at most.
  static let largest = 64 << 20

  /// Every path of an image, in the order of the text, each once.
  let paths: [String]
  private(set) var images: [String: ImageFiles.Image] = [:]
  /// In the order of the text, up to the image with which they are too large.
  private(set) var problems: [ImageProblem] = []

  init(_ notebook: Notebook, _ readable: ReadableFolders) {
    let shown = shownImages(in: notebook)
    paths = shown.uniqued
    var counts: [String: Int] = [:]
    for path in shown { counts[path, default: 0] += 1 }
    let files = ImageFiles(readable)
    var size = 0
    for path in paths {
      do throws(ImageProblem) {
        let image = try files.image(path)
        size += image.bytes.count * (counts[path] ?? 1)
        guard size <= Self.largest else {
          throw ImageProblem(path: path, reason: .tooLargeInAll(byteCount: size))
        }
        images[path] = image
      } catch {
        problems.append(error)
        if size > Self.largest { return }
      }
    }
  }
}

/// Every path of an image in a notebook, in the order of the text, each once.
func imagePaths(in notebook: Notebook) -> [String] { shownImages(in: notebook).uniqued }

/// The path of every image in a notebook, in the order of the text.
private func shownImages(in notebook: Notebook) -> [String] {
  notebook.textsBesideBlocks.flatMap(imagePaths) + notebook.blocks.flatMap(imagePaths)
}

extension [String] {
  /// Each text once, where it first stands.
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}

private func imagePaths(in inlines: [Inline]) -> [String] {
  inlines.flatMap { inline -> [String] in
    switch inline {
    case .image(let path, _, _): [path]
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
      .link(_, _, let inner), .tagged(_, let inner):
      imagePaths(in: inner)
    case .text, .code, .formula, .softBreak, .lineBreak, .footnoteReference, .value,
      .reference:
      []
    }
  }
}

private func imagePaths(in block: Block) -> [String] {
  switch block {
  case .heading(_, _, let inlines), .paragraph(let inlines): imagePaths(in: inlines)
  case .quote(let inner), .footnote(_, let inner): inner.flatMap(imagePaths)
  case .list(let list): list.items.flatMap(\.blocks).flatMap(imagePaths)
  case .table(let table): (table.header + table.rows.joined()).flatMap(imagePaths)
  case .captioned(let inner, let caption): imagePaths(in: inner) + imagePaths(in: caption.text)
  case .listing, .formula, .thematicBreak, .step: []
  }
}
