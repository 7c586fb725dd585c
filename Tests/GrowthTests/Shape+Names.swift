import FuzzTargets

/// Names that are looked for among others, and what steps take of those above them.
extension Shape {
  static let names = [
    text(
      "steps that nothing provides for", "```evaluate\n```\n\n\(words)\n\n", .notebook, count: 1000),
    // A search ends once it has read so many names: fewer of them would still be read all.
    numbered("unknown steps to take from", .notebook, count: 5000) {
      """
      ```train t\($0)
      layers: [2 softmax]
      ```
      ```evaluate
      model: zz\($0)
      ```

      \(words) \(words)


      """
    },
    numbered("unknown steps in values", .notebook) {
      "```split s\($0)\ndev: 1\n```\n\n`{zz\($0).x}`\n\n"
    },
    numbered("unknown steps of many hyphens", .notebook, count: 200) {
      "```split s\($0)\ndev: 1\n```\n\n`{\(String(repeating: "a-", count: 200))b\($0).x}`\n\n"
    },
    Shape(name: "two long names", target: .notebook, count: 2000) { count in
      let name = String(repeating: "a", count: count)
      return Array(
        "```train \(name)b\niterations: 5\n```\n```evaluate\nmodel: \(name)c\n```\n".utf8)
    },
    numbered("many long names", .notebook, count: 50) {
      let name = String(repeating: "a", count: 200)
      return "```train \(name)\($0)\niterations: 5\n```\n```evaluate\nmodel: \(name)x\($0)\n```\n"
    },
    numbered("evaluations of one network", .notebook, count: 500, before: trained) {
      "```evaluate e\($0)\nmodel: train\n```\n"
    },
    numbered("evaluations of two networks", .notebook, count: 500, before: trained) {
      "```evaluate e\($0)\nmodel: \($0.isMultiple(of: 2) ? "train" : "other")\n```\n\n\(words)\n\n"
    },
    numbered("evaluations of many networks", .notebook, count: 250, before: trained) {
      "```train t\($0)\nlayers: [2 softmax]\niterations: 5\n```\n```evaluate e\($0)\n```\n"
    },
    numbered("sweeps", .notebook, count: 100, before: trained) {
      "```sweep s\($0)\nvary: {seed: 0 to 1}\nmeasure: e.accuracy\n```\n"
    },
  ]

  /// The parser of YAML alone takes more for a step than a few letters may.
  private static let words = "What the step says."

  private static let trained = """
    ```load
    mnist: data
    ```
    ```split
    dev: 10
    ```
    ```train
    layers: [10 softmax]
    iterations: 5
    ```
    ```evaluate e
    ```
    ```train other
    layers: [10 softmax]
    iterations: 5
    ```

    """
}
