package import Mathematics

/// A block of prose, or the place of a step among the prose.
package indirect enum Block: Sendable, Equatable {
  /// `anchor` is unique in the notebook, made from the heading's words.
  case heading(level: Int, anchor: String, [Inline])
  case paragraph([Inline])
  case quote([Block])
  case list(List)
  /// An ordinary code listing: any fence or indented code that is not a step.
  case listing(language: String?, text: String)
  /// A formula on lines of its own.
  case formula(Formula)
  case table(ProseTable)
  /// A table or image with its caption.
  case captioned(Block, ProseCaption)
  case thematicBreak
  case footnote(label: String, [Block])
  /// The step at this index of `Notebook.steps`.
  case step(Int)

  package struct List: Sendable, Equatable {
    /// The first number of an ordered list; `nil` for bullets.
    package let start: Int?
    /// Whether its items stand close, without paragraphs of their own.
    package let isTight: Bool
    package let items: [Item]

    package init(start: Int?, isTight: Bool, items: [Item]) {
      self.start = start
      self.isTight = isTight
      self.items = items
    }
  }

  package struct Item: Sendable, Equatable {
    /// Whether a task is done; `nil` for an item that is no task.
    package let isDone: Bool?
    package let blocks: [Block]

    package init(isDone: Bool?, blocks: [Block]) {
      self.isDone = isDone
      self.blocks = blocks
    }
  }

  package struct ProseTable: Sendable, Equatable {
    package enum Alignment: Sendable {
      case none
      case left
      case centre
      case right
    }

    package let alignments: [Alignment]
    package let header: [[Inline]]
    package let rows: [[[Inline]]]

    package init(alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]]) {
      self.alignments = alignments
      self.header = header
      self.rows = rows
    }
  }
}

/// A piece of running text.
package indirect enum Inline: Sendable, Equatable {
  case text(String)
  case code(String)
  case formula(Formula)
  case emphasis([Inline])
  case strong([Inline])
  case strikethrough([Inline])
  case link(destination: LinkAddress, title: String, [Inline])
  /// An image; its alternative text is the plain text of its contents.
  case image(path: String, title: String, [Inline])
  case softBreak
  case lineBreak
  /// Text between a pair of tags of the few that Markdown has no marks for.
  case tagged(Tag, [Inline])
  case footnoteReference(label: String)
  /// The inline value at this index of `Notebook.inlineValues`.
  case value(Int)
  /// A figure or table of the page.
  case reference(NumberedReference)
}

/// A tag of HTML that running text may use as it stands.
package enum Tag: String, Sendable, CaseIterable {
  case sub
  case sup
  case kbd
}

/// Where a link leads: text, with values of the run within it.
package struct LinkAddress: Sendable, Equatable, ExpressibleByStringLiteral {
  package enum Part: Sendable, Equatable {
    case text(String)
    /// The inline value at this index of `Notebook.inlineValues`.
    case value(Int)
  }

  package let parts: [Part]

  package init(_ parts: [Part]) {
    self.parts = parts
  }

  package init(stringLiteral text: String) {
    self.init([.text(text)])
  }

  /// What stands before its first value; all of it where it has none.
  package var lead: String {
    if case .text(let text) = parts.first { text } else { "" }
  }

  package var hasValues: Bool {
    parts.contains { if case .value = $0 { true } else { false } }
  }

  /// The address with the texts of its values.
  package func text(values: (Int) -> String) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .value(let index): values(index)
      }
    }.joined()
  }
}

/// An expression in the prose whose value stands in its place: `{expression:format}`.
package struct InlineValue: Sendable, Equatable {
  package let expression: String
  /// Where the expression begins and ends in the notebook.
  package let expressionRange: SourceRange
  /// Where each of its characters stands.
  package let places: TextPlaces
  /// Python's format specification; `nil` for the value's own way to read.
  package let format: String?
  package let formatRange: SourceRange?

  package init(
    expression: String, expressionRange: SourceRange, format: String?, formatRange: SourceRange?,
    places: TextPlaces? = nil
  ) {
    self.expression = expression
    self.places = places ?? TextPlaces(expressionRange)
    self.expressionRange = expressionRange
    self.format = format
    self.formatRange = formatRange
  }

  /// The value as the notebook writes it.
  package var written: String { "`{" + expression + (format.map { ":" + $0 } ?? "") + "}`" }
}
