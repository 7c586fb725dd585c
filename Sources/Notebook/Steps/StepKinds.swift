import Spelling

/// The step kinds a notebook may use, and how their near misses are told from listings.
struct StepKinds {
  enum Match: Equatable {
    case kind(StepSyntax)
    /// A misspelt kind and the right one.
    case nearMiss(StepSyntax)
    case listing
  }

  let kinds: [StepSyntax]

  func match(_ word: String) -> Match {
    if let kind = kinds.first(where: { $0.kind == word }) { return .kind(kind) }
    guard !Self.languages.contains(word.lowercased()) else { return .listing }
    for kind in kinds
    where editDistance(word.lowercased(), kind.kind.lowercased(), atMost: 1) != nil {
      return .nearMiss(kind)
    }
    // Other tools write `{kind}`, `kind:name`, `kind,option` or `kind-name`.
    let bare = word.drop { !$0.isLetter }.prefix { $0.isLetter }.lowercased()
    let meant = bare.count < word.count ? kinds.first { $0.kind == bare } : nil
    return (meant ?? (bare == word.lowercased() ? abbreviated(bare) : nil)).map(Match.nearMiss)
      ?? .listing
  }

  /// The one kind that begins with a word, such as "eval".
  private func abbreviated(_ word: String) -> StepSyntax? {
    guard word.count >= Self.shortest else { return nil }
    let found = kinds.filter { $0.kind.hasPrefix(word) }
    return found.count == 1 ? found.first : nil
  }

  /// Letters of an abbreviation, at least.
  private static let shortest = 4

  /// Whether a word is the name of a language that listings are written in.
  ///
  /// Other tools write `.yaml`, `{.yaml}` or `{yaml}`.
  static func isLanguage(_ word: String) -> Bool {
    let bare = word.drop { $0 == "{" || $0 == "." }.prefix { $0 != "}" }
    return languages.contains(bare.lowercased())
  }

  /// Names of languages that listings use; none of them is a slip of a step kind.
  private static let languages: Set<String> = [
    "asm", "awk", "base", "bash", "bat", "bibtex", "c", "clojure", "cmake", "conf", "console",
    "cpp", "cs", "css", "csv", "cuda", "d", "dart", "diff", "docker", "dockerfile", "dot", "elixir",
    "email", "env", "erlang", "fish", "fortran", "go", "graphql", "haskell", "hcl", "html", "http",
    "ini", "java", "javascript", "js", "json", "julia", "kotlin", "latex", "less", "lisp", "log",
    "lua", "make", "makefile", "markdown", "math", "matlab", "md", "mermaid", "ocaml", "octave",
    "output", "pascal", "patch", "perl", "php", "plain", "plaintext", "powershell", "properties",
    "proto", "ps", "py", "pycon", "python", "r", "ruby", "rust", "sass", "scala", "scheme", "scss",
    "sh", "shell", "sql", "svg", "swift", "tex", "text", "toml", "ts", "tsv", "txt", "typescript",
    "vim", "wasm", "xml", "yaml", "yml", "zig", "zsh",
  ]
}
