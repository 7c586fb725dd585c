/// The arithmetic of an update: what happens to each weight and bias, all alike.
///
/// An optimizer says which, and with what numbers; `Kernels/Updates` does it.
package enum UpdateStep: Sendable, Equatable {
  case descent(DescentStep)
  case adam(AdamStep)

  /// How many numbers it remembers of each weight and bias, zero at first.
  package var slotCount: Int {
    switch self {
    case .descent(let step): step.momentum > 0 ? 1 : 0
    case .adam: 2
    }
  }
}
