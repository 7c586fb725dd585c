import CMarkdown

/// The library that reads Markdown, by the version that is at work.
package enum MarkdownLibrary {
  package static var version: String { String(cString: cmark_version_string()) }
}
