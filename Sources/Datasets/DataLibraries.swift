import CImageFiles
import CZlib

/// The libraries that unpack and read images, by the versions that are at work.
package enum DataLibraries {
  package static var versions: [(name: String, version: String)] {
    [
      ("zlib", String(cString: zlibVersion())),
      ("libpng", String(cString: daybook_png_version())),
      ("libjpeg-turbo", String(cString: daybook_jpeg_version())),
    ]
  }
}
