package import Files
import Language
package import Notebook
package import Results

/// A notebook and the results of its run as Markdown that GitHub renders: values filled in, figures as
/// files, and tables, formulas and footnotes in GitHub's own notation.
///
/// GitHub Flavored Markdown Spec 0.29; formulas and footnotes as GitHub's documentation has them.
package struct MarkdownReport: Sendable {
  /// A file beside the Markdown, by its path from it.
  package struct File: Sendable, Equatable {
    package let path: String
    package let contents: [UInt8]
  }

  package let markdown: String
  /// The figures for dark pages and the images of the prose; those for light pages, and files that
  /// steps write, lie beside every report.
  package let files: [File]

  /// Takes a notebook and the results of a complete run.
  ///
  /// - Parameter figure: the path of a step's figure, for a light page.
  package init(
    _ notebook: Notebook, _ results: RunResults, readable: ReadableFolders? = nil,
    figure: @escaping (String) -> String
  ) {
    let readable = readable ?? ReadableFolders(notebookFolder: notebook.folder)
    let images = MarkdownImages(notebook, readable)
    let values = InlineValueTexts(
      written: notebook.inlineValues, outcomes: results.inlineValues)
    let text = MarkdownText(
      values: values, numbering: Numbering(notebook, results), images: images.paths)
    let darkPath: (String) -> String = { name in
      let path = figure(name)
      // No step has a dot in its name.
      return String(path.dropLast(4)) + ".dark" + path.suffix(4)
    }
    let blocks = MarkdownBlocks(
      notebook: notebook, results: results, text: text,
      outline: Outline(notebook.blocks, isNumbered: notebook.frontMatter.numbersSections),
      figure: figure, darkFigure: darkPath)
    markdown = Phrases.$inUse.withValue(Phrases(language: notebook.frontMatter.language)) {
      blocks.document
    }
    let dark = notebook.steps.flatMap { step -> [File] in
      guard case .done(let result) = results.outcome(of: StepID(step.name)) else { return [] }
      return result.outputs.compactMap { output in
        guard case .figure(let figure) = output else { return nil }
        return File(path: darkPath(step.name), contents: figure.dark)
      }
    }
    files = dark + images.files
  }
}

/// The images of the prose as files beside the report.
private struct MarkdownImages {
  private(set) var paths: [String: String] = [:]
  private(set) var files: [MarkdownReport.File] = []

  init(_ notebook: Notebook, _ readable: ReadableFolders) {
    let prose = ProseImages(notebook, readable)
    for path in prose.paths {
      guard let image = prose.images[path] else { continue }
      let name = path.split(separator: "/").last.map(String.init) ?? "image"
      let plain = name.unicodeScalars.map { scalar -> Character in
        scalar.isASCII
          && (scalar.properties.isAlphabetic || "0123456789.-_".unicodeScalars.contains(scalar))
          ? Character(scalar) : "-"
      }
      let place = "images/\(files.count + 1)-\(String(plain))"
      paths[path] = place
      files.append(MarkdownReport.File(path: place, contents: image.bytes))
    }
  }
}
