import Files
import Notebook

// What the text around steps names: keys of the front matter, headings and files.

extension Completion {
  var frontMatterKeys: [Item] {
    FrontMatter.keys.map { Item(label: $0, kind: .property, text: $0 + ": ") }
  }

  func address(_ prefix: String) -> (prefix: String, [Item]) {
    guard prefix.hasPrefix("#") else { return files(prefix) }
    return (
      String(prefix.dropFirst()),
      zip(notebook.mentions.anchors, notebook.layout.headings).map { anchor, heading in
        Item(label: anchor, kind: .reference, detail: heading.title)
      }
    )
  }

  /// The files and folders that a path could go on with.
  func files(_ prefix: String) -> (prefix: String, [Item]) {
    let folder = prefix.lastIndex(of: "/").map { String(prefix[...$0]) } ?? ""
    let begun = String(prefix.dropFirst(folder.count))
    let entries = folderEntries(notebook.path(of: folder))
      .filter { !$0.name.hasPrefix(".") || begun.hasPrefix(".") }
    return (
      begun,
      entries.map { entry in
        Item(
          label: entry.name + (entry.isFolder ? "/" : ""), kind: entry.isFolder ? .folder : .file)
      }
    )
  }

  /// Entries of a folder that are offered at most.
  private static let mostEntries = 500

  private func folderEntries(_ path: String) -> [(name: String, isFolder: Bool)] {
    guard let folder = try? Folder(path.isEmpty ? "." : path), let names = try? folder.textNames()
    else {
      return []
    }
    return names.prefix(Self.mostEntries).map { name in
      // Links to folders are folders to whoever writes a path.
      (name, (try? Folder(folder.path(of: name))) != nil)
    }
  }
}
