import Notebook

/// A word as a shell takes it, in quotation marks where it needs them.
///
/// Works on scalars: a quotation mark that a combining accent follows is another `Character`, but to
/// a shell it still ends the word.
package func shellWord(_ word: String) -> String {
  let isPlain =
    !word.isEmpty
    && word.utf8.allSatisfy { $0.isASCIILetterOrDigit || "./-_=,".utf8.contains($0) }
  guard !isPlain else { return word }
  let quoted = word.unicodeScalars.map { $0 == "'" ? "'\\''" : String($0) }.joined()
  return "'\(quoted)'"
}
