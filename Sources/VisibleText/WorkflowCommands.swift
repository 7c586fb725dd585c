/// Text in which no line is a command to GitHub's runner, which reads what a job prints.
///
/// A line that begins with two colons, behind blanks or not, is one (GitHub Docs, "Workflow commands
/// for GitHub Actions"), and so is a line that has `##[` anywhere, the older way. A backslash before
/// the colons, or the bracket, lets them be text.
package func withoutWorkflowCommands(_ text: String) -> String {
  let (colon, hash, bracket) = (UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: "["))
  var bytes: [UInt8] = []
  var (isBegun, isChanged) = (false, false)
  let source = Array(text.utf8)
  for (place, byte) in source.enumerated() {
    let isCommand =
      byte == colon && !isBegun && source[place...].starts(with: [colon, colon])
      || byte == bracket && source[..<place].suffix(2).elementsEqual([hash, hash])
    if isCommand {
      bytes.append(UInt8(ascii: "\\"))
      isChanged = true
    }
    bytes.append(byte)
    isBegun = byte != UInt8(ascii: "\n") && (isBegun || byte > UInt8(ascii: " "))
  }
  return isChanged ? String(decoding: bytes, as: UTF8.self) : text
}
