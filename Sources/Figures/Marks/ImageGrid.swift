/// Images of one size in rows and columns, each with room for lines of text below.
struct ImageGrid: Sendable, Equatable {
  let count: Int
  let columns: Int
  let left: Double
  let top: Double
  /// The width of a column.
  let columnWidth: Double
  /// The size of an image on the canvas.
  let image: Size
  /// The room below an image for its texts and the gap to the next row.
  let captionHeight: Double

  /// Lays out `count` images of `pixels` in `width`, in at most `columns` and as many as have room.
  init(
    count: Int, columns: Int?, width: Double, pixels: (width: Int, height: Int),
    minimumColumnWidth: Double, captionHeight: Double, top: Double
  ) {
    let width = width.isFinite ? max(1, min(width, Canvas.limit)) : 1
    let most = max(1, Int(width / minimumColumnWidth))
    let rows = (max(1, count) + most - 1) / most
    let balanced = (max(1, count) + rows - 1) / rows
    self.count = count
    self.columns = max(1, min(columns ?? balanced, most, max(1, count)))
    columnWidth = min(width / Double(self.columns), 180)
    left = (width - columnWidth * Double(self.columns)) / 2
    self.top = top
    self.captionHeight = captionHeight
    image = Self.imageSize(in: max(1, columnWidth - 14), pixels)
  }

  /// In CSS pixels.
  private static let maximumImageHeight = 240.0

  /// The largest size in which each pixel is a whole number of device pixels, where there is one.
  private static func imageSize(in width: Double, _ pixels: (width: Int, height: Int)) -> Size {
    let (columns, rows) = (Double(max(1, pixels.width)), Double(max(1, pixels.height)))
    let largest = min(width / columns, maximumImageHeight / rows)
    let whole = (largest * Double(Canvas.scale)).rounded(.down)
    let scale = whole >= 1 ? whole / Double(Canvas.scale) : largest
    return Size(width: columns * scale, height: rows * scale)
  }

  var height: Double {
    let rows = (count + columns - 1) / columns
    return Double(rows) * (image.height + captionHeight)
  }

  /// Where the image at `index` lies.
  func frame(_ index: Int) -> Rect {
    let column = Double(index % columns)
    let row = Double(index / columns)
    // Whole CSS pixels keep edges sharp.
    let x = (left + column * columnWidth + (columnWidth - image.width) / 2).rounded()
    let y = (top + 2 + row * (image.height + captionHeight)).rounded()
    return Rect(left: x, top: y, right: x + image.width, bottom: y + image.height)
  }
}
