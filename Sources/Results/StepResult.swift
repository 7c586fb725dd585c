/// What a step yields: values by name, and what the report shows below it.
package struct StepResult: Sendable, Equatable {
  /// Values in the order they are documented.
  package let values: [Field]
  package let outputs: [Output]
  /// What whoever relies on the result ought to know.
  package let warnings: [StepWarning]

  package init(
    values: [Field] = [], outputs: [Output] = [], warnings: [StepWarning] = []
  ) {
    self.values = values
    self.outputs = outputs
    self.warnings = warnings
  }

  /// The value called `name`, where the step yields one.
  package subscript(name: String) -> Value? {
    values.first { $0.name == name }?.value
  }
}

/// One thing that the report shows below a step.
package enum Output: Sendable, Equatable {
  case table(StepTable)
  case figure(Figure)
  case file(OutputFile)
  case code(Listing)
  case checks([CheckOutcome])
  case pad(DigitPad)
}

/// A drawn figure: pixels for both themes, and what they show in words and numbers.
package struct Figure: Sendable, Equatable {
  /// PNG at twice the size in CSS pixels, for a light page.
  package let light: [UInt8]
  /// The same figure drawn for a dark page.
  package let dark: [UInt8]
  /// Size in CSS pixels: half the width and height of the PNGs.
  package let width: Int
  package let height: Int
  /// The same drawn again for a phone; `nil` where the figure is no wider than that anyway.
  package let narrow: Narrow?
  /// Whether it shows pictures, whose colours are the same on every page.
  package let isPictorial: Bool
  /// What the figure shows, computed from its data; one or two sentences.
  package let alternativeText: String
  /// The figure's data.
  package let data: Table
  /// Where the data lie in the figure, as far as it shows a place for each row.
  package let bands: [DataBand]

  /// A figure laid out for a narrow page.
  package struct Narrow: Sendable, Equatable {
    /// PNG at twice the size in CSS pixels, for a light page, and for a dark one.
    package let light: [UInt8]
    package let dark: [UInt8]
    /// Size in CSS pixels.
    package let width: Int
    package let height: Int
    package let bands: [DataBand]

    package init(
      light: [UInt8], dark: [UInt8], width: Int, height: Int, bands: [DataBand] = []
    ) {
      self.light = light
      self.dark = dark
      self.width = width
      self.height = height
      self.bands = bands
    }
  }

  package init(
    light: [UInt8], dark: [UInt8], width: Int, height: Int, narrow: Narrow? = nil,
    isPictorial: Bool = false, alternativeText: String, data: Table, bands: [DataBand] = []
  ) {
    self.bands = bands
    self.narrow = narrow
    self.isPictorial = isPictorial
    self.light = light
    self.dark = dark
    self.width = width
    self.height = height
    self.alternativeText = alternativeText
    self.data = data
  }
}

/// A file that a step wrote beside the report.
package struct OutputFile: Sendable, Equatable {
  /// The file's name within the output folder.
  package let name: String
  package let contents: [UInt8]
  /// SHA-256 of the contents, in hexadecimal.
  package let digest: String

  package init(name: String, contents: [UInt8], digest: String) {
    self.name = name
    self.contents = contents
    self.digest = digest
  }
}

/// Source code as it stands in a file.
package struct Listing: Sendable, Equatable, Codable {
  /// The path as the notebook wrote it.
  package let path: String
  /// The language for highlighting, such as "swift".
  package let language: String
  /// The number of the first line shown, from 1.
  package let firstLine: Int
  package let text: String
  /// Whether it is shown only to those who ask; those stored before say nothing of it.
  package let isFolded: Bool?

  package init(
    path: String, language: String, firstLine: Int, text: String, isFolded: Bool? = nil
  ) {
    self.path = path
    self.language = language
    self.firstLine = firstLine
    self.text = text
    self.isFolded = isFolded
  }
}

/// A claim of the notebook with its verdict and the values behind it.
package struct CheckOutcome: Sendable, Equatable, Codable {
  /// The claim in words.
  package let sentence: String
  /// The claim as an expression, as written.
  package let expression: String
  package let holds: Bool
  /// Each value that the expression names, with how it reads: ("dev.accuracy", "0.822").
  package let evidence: [Evidence]
  /// Where the expression stands in the notebook; `nil` where that is not known.
  package let place: Place?

  /// A stretch of one line, in characters from 1, to just past the last.
  package struct Place: Sendable, Equatable, Codable {
    package let line: Int
    package let column: Int
    package let endColumn: Int

    package init(line: Int, column: Int, endColumn: Int) {
      self.line = line
      self.column = column
      self.endColumn = endColumn
    }
  }

  package struct Evidence: Sendable, Equatable, Codable {
    package let expression: String
    package let value: String

    package init(expression: String, value: String) {
      self.expression = expression
      self.value = value
    }
  }

  package init(
    sentence: String, expression: String, holds: Bool, evidence: [Evidence], place: Place? = nil
  ) {
    self.sentence = sentence
    self.expression = expression
    self.holds = holds
    self.evidence = evidence
    self.place = place
  }
}
