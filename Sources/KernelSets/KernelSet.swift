import CProcessor
import Kernels
package import Network

#if arch(x86_64)
  import KernelsAVX2
  import KernelsAVX512
#endif

/// The kernels for one set of vector instructions.
///
/// All sets are compiled from the same sources and give the same bits: a lesser one takes longer.
package struct KernelSet: Sendable {
  /// How the processor's maker calls the instructions.
  package let name: String
  package let kernels: any NetworkKernels

  /// Those that this processor has the instructions of, the fastest last.
  package static let supported: [KernelSet] = {
    var sets = [everywhere]
    #if arch(x86_64)
      if processor_has_x86_64_v3() {
        sets.append(KernelSet(name: "AVX2", kernels: KernelsAVX2.VectorKernels()))
      }
      if processor_has_x86_64_v4() {
        sets.append(KernelSet(name: "AVX-512", kernels: KernelsAVX512.VectorKernels()))
      }
    #endif
    return sets
  }()

  /// The fastest of them.
  package static let best = supported.last ?? everywhere

  /// The one that every processor of this architecture has the instructions of.
  private static let everywhere = KernelSet(name: vectors, kernels: Kernels.VectorKernels())

  private static var vectors: String {
    #if arch(x86_64)
      "SSE2"
    #elseif arch(arm64)
      "NEON"
    #else
      "vectors"
    #endif
  }
}
