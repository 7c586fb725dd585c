import Architecture
import Network
import Random

extension DropoutSpec: TrainableLayer {
  func passes(at place: LayerPlace) -> any Layer {
    Dropout(share: share, count: place.input.count, layer: place.index)
  }
}

/// While a network is trained, numbers that are drawn are left out, and the others are scaled up in
/// turn.
///
/// Each is drawn from the seed, the update, the example and its own place alone.
struct Dropout: Layer {
  let share: Double
  let count: Int
  /// The layer's place in the network, so that no two layers draw the same.
  let layer: Int

  var workspaceCount: Int { 0 }

  func forward(_ pass: ForwardPass) {
    scale(pass.x, pass.draw, into: pass.y)
  }

  func backward(_ pass: BackwardPass) {
    if let dx = pass.dx { scale(UnsafePointer(pass.dy), pass.draw, into: dx) }
  }

  private func scale(
    _ from: UnsafePointer<Lanes>, _ draw: ExampleDraw?, into to: UnsafeMutablePointer<Lanes>
  ) {
    guard let draw else { return to.update(from: from, count: count) }
    let factor = Float(1 / (1 - share))
    let dropped = SIMD16<UInt32>(repeating: UInt32((share * 65_536).rounded(.up)))
    let isMissing = Lanes.indices .>= Lanes(repeating: Float(draw.count))
    for block in 0..<(count + 7) / 8 {
      let words = draw.words(UInt32(block), UInt32(layer))
      let start = block * 8
      // Half a word is drawn for each of eight numbers.
      func scale(_ first: Int, _ halves: SIMD16<UInt32>) {
        guard start + first < count else { return }
        to[start + first] = (from[start + first] * factor).replacing(
          with: 0, where: (halves .< dropped) .| isMissing)
      }
      let half = SIMD16<UInt32>(repeating: 0xFFFF)
      scale(0, words.0 & half)
      scale(1, words.0 &>> 16)
      scale(2, words.1 & half)
      scale(3, words.1 &>> 16)
      scale(4, words.2 & half)
      scale(5, words.2 &>> 16)
      scale(6, words.3 & half)
      scale(7, words.3 &>> 16)
    }
  }
}

/// What is drawn for the examples of an update, sixteen of them side by side.
struct ExampleDraw {
  private let random: CounterLanes
  private let update: SIMD16<UInt32>
  /// By their rows of the data set.
  private let examples: SIMD16<UInt32>
  /// How many there are.
  let count: Int

  init(seed: UInt32, purpose: RandomPurpose, update: Int, examples: ArraySlice<Int32>) {
    random = CounterLanes(CounterRandom(seed: seed, purpose: purpose.rawValue))
    self.update = SIMD16(repeating: UInt32(truncatingIfNeeded: update))
    var rows = SIMD16<UInt32>.zero
    for (lane, row) in examples.prefix(Lanes.width).enumerated() {
      rows[lane] = UInt32(bitPattern: row)
    }
    self.examples = rows
    count = examples.count
  }

  /// The words of each example, by two numbers more.
  func words(_ first: UInt32, _ second: UInt32) -> (
    SIMD16<UInt32>, SIMD16<UInt32>, SIMD16<UInt32>, SIMD16<UInt32>
  ) {
    random.words(SIMD16(repeating: first), SIMD16(repeating: second), update, examples)
  }
}
