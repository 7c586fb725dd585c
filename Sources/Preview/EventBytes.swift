import FlyingSocks

/// The bytes of server-sent events: each state of the board as it comes.
struct EventBytes: AsyncBufferedSequence {
  typealias Element = UInt8

  let states: AsyncStream<PreviewState>

  func makeAsyncIterator() -> Iterator { Iterator(states: states.makeAsyncIterator()) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var states: AsyncStream<PreviewState>.AsyncIterator
    private var rest: ArraySlice<UInt8> = []

    init(states: AsyncStream<PreviewState>.AsyncIterator) {
      self.states = states
    }

    mutating func next() async throws -> UInt8? {
      try await nextBuffer(suggested: 1)?.first
    }

    mutating func nextBuffer(suggested count: Int) async throws -> ArraySlice<UInt8>? {
      if rest.isEmpty {
        guard let state = await states.next(isolation: #isolation) else { return nil }
        rest = state.message[...]
      }
      let part = rest.prefix(count)
      rest = rest.dropFirst(count)
      return part
    }
  }
}
