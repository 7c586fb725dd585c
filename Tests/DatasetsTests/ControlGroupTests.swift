import Datasets
import Foundation
import Testing

/// Groups of processes that may take less memory than the machine has, such as containers.
@Suite struct ControlGroupTests {
  /// Writes files below a folder of their own, and removes it in the end.
  private func room(_ membership: String, _ files: [String: String]) throws -> Int? {
    let root = FileManager.default.temporaryDirectory.appending(path: "groups-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    for (path, text) in files {
      let file = root.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return ControlGroup(membership: membership, root: root.path()).availableMemory
  }

  @Test("Of version 2: the least that a group or one around it has left, less what is idle")
  func second() throws {
    let files = [
      "a/memory.max": "8000000\n", "a/memory.current": "5000000\n",
      "a/memory.stat": "anon 1\ninactive_file 1000000\n",
      "a/b/memory.max": "max\n", "a/b/memory.current": "300\n",
    ]
    #expect(try room("0::/a/b\n", files) == 4_000_000)
    #expect(try room("0::/b\n", files) == nil)
  }

  @Test("Of version 1, beside other controllers; a limit near the largest number is none")
  func first() throws {
    let files = [
      "memory/x/memory.limit_in_bytes": "1000\n", "memory/x/memory.usage_in_bytes": "1500\n",
      "memory/memory.limit_in_bytes": "9223372036854771712\n",
      "memory/memory.usage_in_bytes": "1500\n",
    ]
    #expect(try room("9:cpu,cpuacct:/\n4:memory:/x\n", files) == 0)
    #expect(try room("4:memory:/y\n", files) == nil)
  }

  @Test("In a container the path is that of the machine outside, and the top is what counts")
  func container() throws {
    let files = ["memory.max": "700\n", "memory.current": "200\n"]
    #expect(try room("0::/system.slice/docker-1.scope\n", files) == 500)
    #expect(try room("0::/../../x\n", files) == 500)
  }

  @Test(
    "Where nothing is known there is no limit", arguments: ["", "nonsense", "1:memory\n", "0::/"])
  func unknown(membership: String) throws {
    #expect(try room(membership, [:]) == nil)
  }
}
