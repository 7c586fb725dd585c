import Results

/// What `daybook new` writes: every stage once, short enough to read and change.
struct StartingNotebook {
  /// The folder of the data, from the notebook.
  let data: String

  var text: String {
    """
    ---
    title: A network that reads digits
    seed: 0
    key-figures:
      Dev accuracy: "`{dev.accuracy:.1%}` `{dev.accuracy.low:.1%}` to `{dev.accuracy.high:.1%}`"
    ---

    A network of `{train.parameters:,}` numbers reads `{dev.accuracy:.1%}` of the images that it has \
    never seen.

    ## The data

    ```load
    mnist: \(scalar(data))
    labelled: 42000
    ```

    ```split
    dev: 1000
    ```

    ## Training

    ```train
    layers: [10 relu, 10 softmax]
    iterations: 200
    ```

    ```plot
    show: learning-curve
    caption: Training accuracy by iteration.
    ```

    ## What it reads

    ```evaluate dev
    on: dev
    ```

    ```plot
    show: confusion-matrix
    ```

    ```check
    It reads more than half of them: dev.accuracy > 0.5
    ```

    """
  }
  /// A path as YAML has it: in quotes where it would else be read as more than a text.
  private func scalar(_ path: String) -> String {
    let isPlain =
      path.first != "-"
      && path.allSatisfy {
        $0.isLetter || $0.isNumber || "/._-".contains($0)
      }
    return isPlain ? path : jsonText(path)
  }
}
