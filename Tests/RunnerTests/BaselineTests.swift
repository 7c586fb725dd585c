import Plan
import Results
import Runner
import Testing

@Suite struct BaselineTests {
  private static let load = "```load\nmnist: data/mnist\nlabelled: 3000\n```\n\n"

  private static func yielded(_ steps: String) async throws -> [StepResult?] {
    let run = await runner(nil).run(try plan(load + steps))
    #expect(run.results.isComplete, "\(run.told)")
    return run.yielded
  }

  /// The counts are NumPy's: Fixtures/nearest_mean.py.
  @Test func readsAsManyAsNumPy() async throws {
    let results = try await Self.yielded(
      """
      ```baseline
      from: labelled
      on: test
      ```

      ```baseline always
      rule: commonest
      from: labelled
      on: test
      ```
      """)
    let nearest = try #require(results[1])
    #expect(nearest["accuracy"] == .proportion(try #require(Proportion(count: 53358, of: 67000))))
    #expect(nearest["numbers"] == .integer(7840))
    let always = try #require(results[2])
    #expect(always["accuracy"] == .proportion(try #require(Proportion(count: 7538, of: 67000))))
  }

  private static let trained = """
    ```split
    dev: 500
    ```

    ```train
    layers: [10 relu, 10 softmax]
    iterations: 60
    ```


    """

  @Test("Parts of a set add up to the set, and bins of probabilities to all readings")
  func partsAddUp() async throws {
    let results = try await Self.yielded(
      Self.trained + """
        ```evaluate all
        on: dev
        ```

        ```evaluate first
        on: dev
        rows: 0 to 199
        ```

        ```evaluate rest
        on: dev
        rows: 200 to 499
        tables: none
        ```
        """)
    func correct(_ result: StepResult?) throws -> Int {
      guard case .proportion(let share)? = result?["accuracy"] else { return -1 }
      return share.count
    }
    #expect(try correct(results[3]) == correct(results[4]) + correct(results[5]))
    let all = try #require(results[3])
    let bins = all["reliability"]?.items ?? []
    #expect(bins.count == 10)
    var (right, read, error) = (0, 0, 0.0)
    for bin in bins {
      guard case .proportion(let share)? = bin["accuracy"] else { continue }
      let probability = try #require(bin["probability"]?.asNumber)
      #expect(probability >= bin["low"]?.asNumber ?? 1 && probability <= bin["high"]?.asNumber ?? 0)
      right += share.count
      read += share.total
      error += Double(share.total) * abs(share.value - probability)
    }
    #expect(read == 500)
    #expect(try right == correct(all))
    #expect(abs((all["calibration-error"]?.asNumber ?? 1) - error / 500) < 1e-12)
  }

  @Test func rowsBeyondTheSetAreAFailure() async throws {
    let run = await runner(nil).run(
      try plan(Self.load + Self.trained + "```evaluate\non: test\nrows: 60000 to 67000\n```\n"))
    #expect(!run.results.isComplete)
    #expect(run.told.contains("the test set has 67,000 rows"), "\(run.told)")
  }

  @Test("A pad offers the first images that the network misreads beside the first of all")
  func misreadSamples() async throws {
    let results = try await Self.yielded(
      Self.trained + "```evaluate\non: dev\n```\n\n```try\nsamples: 3\nmisread: 4\n```\n")
    let misread = results[3]?["misclassified"]?.items ?? []
    let places = misread.compactMap { $0["index"]?.asNumber }.filter { $0 >= 3 }.prefix(4)
    let samples = results[4]?["samples"]?.items ?? []
    #expect(samples.count == 7)
    #expect(results[4]?["misread"] == .integer(4))
    let labels = misread.filter { places.contains($0["index"]?.asNumber ?? -1) }.map { $0["label"] }
    #expect(samples.suffix(4).map { $0["label"] } == labels)
    #expect(samples.suffix(4).allSatisfy { $0["label"] != $0["predicted"] })
  }
}
