import Notebook

/// A run that goes on for an editor: how it is told of, and who waits for its end.
final class RunningRun {
  let number: Int
  let uri: String
  /// The text that is run: what is found belongs to no other.
  let source: SourceFile
  /// The request that is answered at its end.
  let request: JSON
  let process: WorkerProcess
  /// Where progress is told; `nil` where the client takes none.
  let token: JSON?
  var ending: RunUpdate.Ending?
  var isCancelled = false

  init(
    number: Int, uri: String, source: SourceFile, request: JSON, process: WorkerProcess,
    token: JSON?
  ) {
    self.number = number
    self.uri = uri
    self.source = source
    self.request = request
    self.process = process
    self.token = token
  }
}
