import Verification

/// Reports as somebody received them: two, with a byte of zero between them, or one twice.
enum ReportFuzzing {
  static func compare(_ bytes: [UInt8]) {
    let pages = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    let (first, second) = (pages.first ?? [], pages.last ?? [])
    let folder = ScratchFolder()
    guard let a = contents(first, "a", folder), let b = contents(second, "b", folder) else {
      return
    }
    let difference = ReportDiff(a, b)
    _ = (difference.text, difference.json, difference.page)
    _ = PageComparison(
      received: String(decoding: first, as: UTF8.self),
      made: String(decoding: second, as: UTF8.self))
  }

  /// What can be compared of a page; of what is none, of its text as values.
  private static func contents(
    _ page: ArraySlice<UInt8>, _ name: String, _ folder: ScratchFolder
  ) -> ReportContents? {
    folder.write(Array(page), name + ".html")
    folder.write(Array(page), name + ".json")
    return (try? ReportContents(folder.path + "/\(name).html"))
      ?? (try? ReportContents(folder.path + "/\(name).json"))
  }
}
