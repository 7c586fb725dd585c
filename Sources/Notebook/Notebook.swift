/// A literate notebook: front matter, prose, and steps in the order they are written.
package struct Notebook: Sendable, Equatable {
  package let source: SourceFile
  package let frontMatter: FrontMatter
  /// Prose and the places of steps, in order.
  package let blocks: [Block]
  package let steps: [Step]
  /// Every inline value in the prose, the title and the captions.
  package let inlineValues: [InlineValue]
  /// Every reference to a figure or table there.
  package let numberedReferences: [NumberedReference]
  /// What may be otherwise than it was meant, in the order of the text.
  package let warnings: [Diagnostic]

  package init(
    source: SourceFile, frontMatter: FrontMatter, blocks: [Block], steps: [Step],
    inlineValues: [InlineValue], numberedReferences: [NumberedReference] = [],
    warnings: [Diagnostic] = []
  ) {
    self.source = source
    self.frontMatter = frontMatter
    self.blocks = blocks
    self.steps = steps
    self.inlineValues = inlineValues
    self.numberedReferences = numberedReferences
    self.warnings = warnings
  }
}

/// The mapping between `---` lines at the top of a notebook.
package struct FrontMatter: Sendable, Equatable {
  /// The title as running text; the file's name where none is written.
  package let title: [Inline]
  package let subtitle: [Inline]?
  package let author: String?
  /// When it was written, as `YYYY-MM-DD`: a run has no date, since the same run is the same at all times.
  package let date: String?
  /// What readers may do with it, in words.
  package let licence: String?
  /// Whether sections have numbers.
  package let numbersSections: Bool
  /// The works that the text refers to, in their order.
  package let references: [Reference]
  /// What was found, for the top of the report: values with what they are.
  package let keyFigures: [KeyFigure]
  /// The language of the prose as a BCP 47 tag, such as "en".
  package let language: String
  /// The seed of every random draw, 0...4294967295.
  package let seed: UInt32
  package let seedRange: SourceRange?

  /// The keys that it may have.
  package static let keys = FrontMatterReader.keys

  package init(
    title: [Inline], subtitle: [Inline]?, author: String?, date: String? = nil,
    licence: String? = nil, numbersSections: Bool = false, references: [Reference] = [],
    keyFigures: [KeyFigure] = [], language: String, seed: UInt32, seedRange: SourceRange?
  ) {
    self.date = date
    self.licence = licence
    self.numbersSections = numbersSections
    self.references = references
    self.title = title
    self.subtitle = subtitle
    self.author = author
    self.keyFigures = keyFigures
    self.language = language
    self.seed = seed
    self.seedRange = seedRange
  }
}

/// A work that the text refers to, as `[^key]`.
package struct Reference: Sendable, Equatable {
  package let key: String
  /// Author, title and the rest, as running text.
  package let text: [Inline]

  package init(key: String, text: [Inline]) {
    self.key = key
    self.text = text
  }
}

/// One of the figures that a report opens with.
package struct KeyFigure: Sendable, Equatable {
  /// What it is, such as "Dev accuracy".
  package let label: String
  /// The figure as running text: its first inline value, and what stands around it.
  package let text: [Inline]

  package init(label: String, text: [Inline]) {
    self.label = label
    self.text = text
  }
}
