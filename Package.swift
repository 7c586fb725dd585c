// swift-tools-version:6.2
import PackageDescription

// Folders are stages and arrows point one way: see the structure in README.md.
// Leaves (Architecture, Digest, Results, Datasets, Network, Figures, Cache) know nothing of notebooks.

// Kernels and readers of millions of numbers are unusable unoptimized: 400 times slower.
let optimizedInDebug: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
  name: "daybook",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "daybook", targets: ["Daybook"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    // System libraries.
    .systemLibrary(
      name: "CCairo", pkgConfig: "pangocairo",
      providers: [.apt(["libpango1.0-dev", "libcairo2-dev"]), .brew(["pango", "cairo"])]),
    .systemLibrary(
      name: "CMarkdown", pkgConfig: "libcmark-gfm",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
    .systemLibrary(name: "CFileExchange"),

    // Leaves.
    .target(name: "CProcessor"),
    .target(name: "Digest", dependencies: ["CCrypto"]),
    .target(name: "Architecture"),
    .target(name: "Results", dependencies: ["Architecture"]),
    .target(name: "Random"),
    .target(
      name: "Datasets", dependencies: ["CZlib", "Digest"], swiftSettings: optimizedInDebug),
    .target(
      name: "Network", dependencies: ["Architecture", "Random"], swiftSettings: optimizedInDebug),
    .target(
      name: "Figures", dependencies: ["CCairo", "CZlib", "Results"],
      swiftSettings: optimizedInDebug),
    .target(name: "Cache", dependencies: ["CFileExchange", "Digest"]),

    // From text to a plan.
    .target(
      name: "Notebook",
      dependencies: ["CMarkdown", .product(name: "Yams", package: "Yams")]),
    .target(name: "Expressions", dependencies: ["Results"]),
    .target(name: "Plan", dependencies: ["Architecture", "Notebook", "Expressions", "Results"]),

    // From a plan to results, from results to a page.
    .target(
      name: "Runner",
      dependencies: [
        "Plan", "Notebook", "Expressions", "Results", "Cache", "Datasets", "Architecture",
        "Network", "Figures", "Random", "Digest",
      ]),
    .target(name: "CReportAssets", exclude: ["page.html", "style.css", "script.js", "pad.js"]),
    .target(
      name: "Report",
      dependencies: [
        "Architecture", "Notebook", "Results", "Digest", "CReportAssets",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .target(
      name: "Publishing",
      dependencies: ["Notebook", "Plan", "Results", "Runner", "Report", "Cache"]),
    .target(
      name: "CPreviewAssets",
      exclude: ["page.html", "style.css", "script.js", "waiting.html"]),
    .target(
      name: "Preview",
      dependencies: [
        "Notebook", "Plan", "Results", "Runner", "Publishing", "Cache", "CPreviewAssets",
        .product(name: "FlyingFox", package: "FlyingFox"),
      ]),
    .executableTarget(
      name: "Daybook",
      dependencies: [
        "Notebook", "Plan", "Runner", "Publishing", "Preview", "Cache", "Results", "CProcessor",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Tests: one target a module.
    .testTarget(name: "DigestTests", dependencies: ["Digest"]),
    .testTarget(name: "ResultsTests", dependencies: ["Results"]),
    .testTarget(name: "ArchitectureTests", dependencies: ["Architecture"]),
    .testTarget(name: "RandomTests", dependencies: ["Random"]),
    .testTarget(name: "DatasetsTests", dependencies: ["Datasets", "Digest"]),
    .testTarget(
      name: "NetworkTests", dependencies: ["Architecture", "Network", "Random", "Datasets"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "FiguresTests", dependencies: ["Figures", "Results", "CZlib"], exclude: ["Snapshots"],
      swiftSettings: optimizedInDebug),
    .testTarget(name: "CacheTests", dependencies: ["Cache", "Digest"]),
    .testTarget(name: "NotebookTests", dependencies: ["Notebook"]),
    .testTarget(
      name: "ExpressionsTests", dependencies: ["Expressions", "Results"], exclude: ["Fixtures"]),
    .testTarget(name: "PlanTests", dependencies: ["Plan", "Notebook"]),
    .testTarget(
      name: "RunnerTests", dependencies: ["Runner", "Plan", "Notebook", "Cache", "Results"]),
    .testTarget(
      name: "ReportTests",
      dependencies: ["Report", "Architecture", "Notebook", "Results", "Digest"]),
    .testTarget(name: "DaybookTests", dependencies: ["Daybook"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where ![.system, .plugin, .macro].contains(target.type) {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
}
