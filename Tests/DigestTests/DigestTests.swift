import Digest
import Files
import TestFolders
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct SHA256Tests {
  /// The examples of FIPS 180-4, and the digest of nothing.
  @Test(
    "Gives the digests of the standard",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func standard(text: String, digest: String) {
    #expect(SHA256.hex(of: Array(text.utf8)) == digest)
  }

  @Test("A million letters, longer than a piece, from a file")
  func file() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/letters"
    let file = try #require(fopen(path, "w"))
    for _ in 0..<1000 { fputs(String(repeating: "a", count: 1000), file) }
    fclose(file)
    let digest = try SHA256.digest(ofFileAt: path)
    #expect(
      digest.hexadecimal == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    #expect(digest.byteCount == 1_000_000)
  }

  @Test("Stops between two pieces where it is asked to")
  func stops() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/endless"
    close(open(path, O_WRONLY | O_CREAT, 0o600))
    // No room is taken for what is not written.
    #expect(truncate(path, 1 << 40) == 0)
    var asked = 0
    #expect(throws: FileError(.read, path, .cancelled)) {
      try SHA256.digest(ofFileAt: path) {
        asked += 1
        return asked > 3
      }
    }
    #expect(asked == 4)
  }

  @Test("Says which file cannot be read", arguments: ["/nonexistent/file", "/tmp"])
  func unreadable(path: String) {
    #expect { try SHA256.digest(ofFileAt: path) } throws: { error in
      (error as? FileError)?.path == path
    }
  }
}
