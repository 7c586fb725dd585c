import LanguageServer

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Messages to the language server: a line of JSON each, or, behind a byte of zero, heads and all.
enum MessageFuzzing {
  private static let greeting = #"{"id":0,"method":"initialize","params":{}}"#

  static func serve(_ bytes: [UInt8]) {
    let folder = ScratchFolder()
    folder.write(stream(bytes), "messages")
    let input = open(folder.path + "/messages", O_RDONLY | O_CLOEXEC)
    let output = open("/dev/null", O_WRONLY | O_CLOEXEC)
    defer {
      close(input)
      close(output)
    }
    guard input >= 0, output >= 0 else { return }
    // What a run would be started with is not there: the server has to live through that.
    let settings = LanguageServer.Settings(
      output: folder.path + "/output", isOutputNamed: true, store: nil, allowed: [], version: "0",
      worker: { _, _ in ["/nowhere/daybook"] })
    _ = LanguageServer(settings, input: input, output: output).run()
  }

  private static func stream(_ bytes: [UInt8]) -> [UInt8] {
    let greeting = message(greeting.utf8)
    guard bytes.first != 0 else { return greeting + bytes.dropFirst() }
    return greeting + bytes.split(separator: UInt8(ascii: "\n")).flatMap(message)
  }

  private static func message(_ body: some Collection<UInt8>) -> [UInt8] {
    Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }
}
