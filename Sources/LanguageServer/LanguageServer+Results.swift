import Notebook
import Plan
import Publishing
import Runner

extension LanguageServer {
  /// Where results of a notebook are.
  func output(of notebook: OpenNotebook) -> (output: String, store: String?) {
    let folder = client.folder(of: notebook.source.path)
    let place: (String) -> String = { $0.hasPrefix("/") ? $0 : folder + "/" + $0 }
    return (place(settings.output), settings.store.map(place))
  }

  func results(of notebook: OpenNotebook) -> LastResults? {
    guard let sketch = notebook.sketch else { return nil }
    let (output, store) = output(of: notebook)
    let key = store ?? output
    let memory =
      memories[key]
      ?? ResultMemory(
        OutputFolder(output, isWritten: settings.isOutputNamed, store: store).store)
    memories[key] = memory
    return LastResults(sketch, memory, version: settings.version)
  }

  /// Starts a process that does a job, and has its updates come in.
  func start(_ job: RunJob, for notebook: OpenNotebook) -> (number: Int, WorkerProcess)? {
    lastNumber += 1
    let number = lastNumber
    let (output, store) = output(of: notebook)
    guard settings.isOutputNamed || !OutputFolder(output, isWritten: false).isLink else {
      return nil
    }
    let process = WorkerProcess(
      settings.worker(output, store), job: jsonLine(job),
      observe: { [inbox] line in
        if let update = fromJSONLine(RunUpdate.self, line) {
          inbox.put(.run(number: number, update))
        }
      },
      end: { [inbox] status in inbox.put(.run(number: number, .left(status: status))) })
    return process.map { (number, $0) }
  }
}
