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
    #if arch(x86_64)
      var sets = [KernelSet(name: "SSE2", kernels: Kernels.VectorKernels())]
      if processor_has_x86_64_v3() {
        sets.append(KernelSet(name: "AVX2", kernels: KernelsAVX2.VectorKernels()))
      }
      if processor_has_x86_64_v4() {
        sets.append(KernelSet(name: "AVX-512", kernels: KernelsAVX512.VectorKernels()))
      }
      return sets
    #else
      return [best]
    #endif
  }()

  /// The fastest of them.
  package static let best: KernelSet = {
    #if arch(x86_64)
      supported.last ?? KernelSet(name: "SSE2", kernels: Kernels.VectorKernels())
    #elseif arch(arm64)
      KernelSet(name: "NEON", kernels: Kernels.VectorKernels())
    #else
      KernelSet(name: "vectors", kernels: Kernels.VectorKernels())
    #endif
  }()
}
