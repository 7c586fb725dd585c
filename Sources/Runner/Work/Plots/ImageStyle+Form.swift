import Datasets
import Figures

extension ImageStyle {
  /// How images of a form are shown, told by the levels of some of them.
  init(_ form: ImageForm, of pixels: [UInt8]) {
    self.init(
      width: form.width, height: form.height, channels: form.channels, levels: form.levels,
      showing: pixels)
  }
}
