import Preview

/// Heads of requests to the preview, in pieces whose size the first byte tells.
enum RequestFuzzing {
  static func read(_ bytes: [UInt8]) {
    let size = Int(bytes.first ?? 0) + 1
    var (reader, rest) = (HeadReader(), bytes.dropFirst())
    do {
      while !rest.isEmpty {
        if let head = try reader.take(rest.prefix(size)) {
          _ = (head.method, head.path, head["host"], head["origin"])
          return
        }
        rest = rest.dropFirst(size)
      }
    } catch {
      // Refused, as most are.
    }
  }
}
