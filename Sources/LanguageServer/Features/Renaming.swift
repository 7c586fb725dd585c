import Notebook
import Plan

/// A new name for a step, wherever it is named.
struct Renaming {
  let notebook: OpenNotebook

  /// The name at a place, where it can be changed.
  func preparation(at position: SourcePosition) -> JSON {
    guard let mention = notebook.mentions.mention(at: position),
      case .step(let name) = mention.subject
    else { return nil }
    return ["range": notebook.places.json(mention.range), "placeholder": .text(name)]
  }

  func edits(at position: SourcePosition, to name: String) throws(ProtocolError) -> JSON {
    guard let mention = notebook.mentions.mention(at: position),
      case .step(let old) = mention.subject, let steps = notebook.sketch?.steps
    else { throw .invalidParameters("there is no step's name here; only steps can be renamed") }
    if let problem = StepNames.problem(withName: name) { throw .invalidParameters(problem) }
    if name != old, steps.contains(where: { $0.name == name }) {
      throw .invalidParameters("there is a step '\(name)' already")
    }
    if let caption = caption(named: name) {
      throw .invalidParameters("a \(caption.kind.rawValue) is called '\(name)' already")
    }
    let changes = newNames(steps, old, name).flatMap { before, after in
      notebook.mentions.of(.step(before)).compactMap { edit($0, before == old, after) }
    }
    return ["changes": [notebook.uri: .list(changes)]]
  }

  /// The table or image of the prose that has a name: references call it as they call steps.
  private func caption(named name: String) -> ProseCaption? {
    (notebook.sketch?.notebook.blocks ?? []).lazy.compactMap { block in
      if case .captioned(_, let caption) = block { caption } else { nil }
    }.first { $0.name == name }
  }

  /// The names that change, with what they become: steps without a name are counted by their kind,
  /// and one that gets a name is not counted any more.
  private func newNames(_ steps: [SketchedStep], _ old: String, _ name: String)
    -> [(before: String, after: String)]
  {
    let written = steps.map { step in
      step.name == old ? name : isNamed(step) ? step.name : nil
    }
    let after = StepNames.names(kinds: steps.map(\.kind.name), written: written)
    return zip(steps, after).compactMap { step, after in
      step.name == after && step.name != old ? nil : (step.name, after)
    }
  }

  private func isNamed(_ step: SketchedStep) -> Bool {
    step.written.nameRange != step.written.kindRange
  }

  private func edit(_ mention: Mentions.Mention, _ isMeant: Bool, _ name: String) -> JSON? {
    guard mention.isUnnamed else { return notebook.edit(mention.range, name) }
    // The name goes behind the kind; that of another step is not written at all.
    return isMeant
      ? notebook.edit(SourceRange(mention.range.end, mention.range.end), " " + name) : nil
  }
}

extension OpenNotebook {
  /// The change that puts a text in the place of another.
  func edit(_ range: SourceRange, _ text: String) -> JSON {
    ["range": places.json(range), "newText": .text(text)]
  }
}
