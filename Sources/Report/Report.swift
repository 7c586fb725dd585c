package import Files
import Mustache
package import Notebook
package import Results

/// A notebook and the results of its run as one HTML page that needs nothing else.
///
/// A run that is not complete makes the failed page: what was reached, and above it each problem.
package struct Report: Sendable {
  /// The page; the same bytes for the same notebook, images and results.
  package let html: String

  /// Takes a notebook, what its run reached, and the text of its `results.json`.
  ///
  /// An image of the prose that cannot be part of the page, as `imageProblems` says beforehand,
  /// leaves its words.
  ///
  /// - Parameters:
  ///   - readable: where images may be; beneath the notebook's project where left out.
  ///   - template: the page's skeleton in Mustache; the program's own where left out.
  package init(
    _ notebook: Notebook, _ results: RunResults, resultsJSON: String,
    readable: ReadableFolders? = nil, template: String? = nil
  ) throws(ReportError) {
    let skeleton = try Self.skeleton(template ?? PageAssets.page)
    let readable = readable ?? ReadableFolders(notebookFolder: notebook.folder)
    let prose = ProseImages(notebook, readable)
    let images = prose.images
    html =
      Page(
        notebook: notebook, results: results, resultsJSON: resultsJSON,
        images: images.mapValues(\.url),
        allowedImages: prose.paths.filter { images[$0]?.isAllowed ?? false },
        record: PageRecord(
          notebook, results, readable,
          images: prose.paths.compactMap { path in images[path]?.record(path) }),
        template: skeleton
      ).html
  }

  private static func skeleton(_ template: String) throws(ReportError) -> MustacheTemplate {
    do {
      return try MustacheTemplate(string: template)
    } catch {
      throw .badTemplate(reason: "\(error)")
    }
  }

  /// The paths of the images of a notebook's prose, as it writes them.
  package static func images(in notebook: Notebook) -> [String] { imagePaths(in: notebook) }

  /// The images of a notebook's prose that cannot be part of its page, in the order of the text.
  package static func imageProblems(
    in notebook: Notebook, _ readable: ReadableFolders
  ) -> [ImageProblem] {
    ProseImages(notebook, readable).problems
  }
}
