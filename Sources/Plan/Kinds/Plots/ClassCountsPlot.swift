import Notebook
package import Results

/// How many images there are of each class.
package struct ClassCountsPlot: PlotDeclaration {
  package let sets: [SetReference]

  static let setNames = OptionDeclaration<[String]>(
    "of", .list(of: .setName), .defaulted([ExampleSetName.labelled.name]), "the sets to count")

  package static let name = "class-counts"
  package static let otherNames: [String] = []
  package static let summary = "How many images there are of each class."
  package static let options = [setNames.documentation]
  package static let yields: [ValueType.Member] = []
  package static let version = 5

  package init?(decoding decoder: inout OptionDecoder) {
    guard let names = decoder.value(Self.setNames) else { return nil }
    let key = Self.setNames.key
    let references = names.enumerated().map { index, name in
      decoder.setReference(name, for: key, at: decoder.itemPlaces(index, of: key))
    }
    sets = references.compactMap { $0 }
    if sets.count < references.count { return nil }
  }

  package func accept<Visitor: PlotVisitor>(_ visitor: Visitor) -> Visitor.Result {
    visitor.visit(self)
  }
}
