/// What to do where nothing is found at a path that a notebook names.
package func helpForMissing(_ path: String) -> String {
  if path.contains("://") { return "fetch the file first, and write its path" }
  if path.contains("\\") { return "write / between the folders of a path" }
  if path.split(separator: "/").contains("~") {
    return "write the path from the notebook's folder or from /; ~ stands for nothing here"
  }
  if path.last == " " { return "take the blank from the end of the path" }
  return "paths start at the notebook's folder"
}
