/// A path that may be broken behind its slashes, so that no line ends within a name.
func pathText(_ path: String) -> HTML {
  path.split(separator: "/", omittingEmptySubsequences: false)
    .map { "\(String($0))" as HTML }.joined("/<wbr>")
}
