import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How many threads a run may take.
struct ThreadOptions: ParsableArguments {
  private static let bounds = 1...256

  @Option(
    name: .customLong("threads"),
    help: ArgumentHelp(
      "Threads that train and predict; results do not depend on it.", valueName: "N"))
  var number: Int = Self.processors

  /// The number; throws where it is none that a run can take.
  func count() throws -> Int {
    guard Self.bounds.contains(number) else {
      throw BadValue(
        "--threads must be a whole number from \(Self.bounds.lowerBound) to \(Self.bounds.upperBound)"
      )
    }
    return number
  }

  /// Processors that the machine has online, as far as a run can use them.
  private static var processors: Int {
    let online = Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    return min(max(online, bounds.lowerBound), bounds.upperBound)
  }
}
