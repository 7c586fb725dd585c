import Files
import Testing

@Suite struct MissingFileTests {
  @Test(
    "What is plainly wrong with a path is told",
    arguments: [
      ("data\\mnist", "write / between"), ("~/data", "~ stands for nothing"),
      ("/notebooks/~/data", "~ stands for nothing"),
      ("https://a.org/b.csv", "fetch the file first"),
      ("data ", "take the blank"), ("data/mnist", "paths start at the notebook's folder"),
      ("a~/b", "paths start at the notebook's folder"),
    ])
  func help(_ path: String, _ help: String) {
    #expect(helpForMissing(path).contains(help))
  }
}
