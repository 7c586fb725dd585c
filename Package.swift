// swift-tools-version:6.2
import PackageDescription

// Folders are stages and arrows point one way: see the structure in README.md.
// Leaves (Bytes, Files, Digest, Architecture, Language, Learning, Results, Spelling, Statistics,
// VisibleText, Listings, Mathematics, Datasets, Network, Figures, Cache, Exchange) know nothing of
// notebooks.

// Kernels and readers of millions of numbers are unusable unoptimized: 400 times slower.
let optimizedInDebug: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

// On Linux the program has within itself what it needs at every start, the Swift runtime and the small
// libraries, so that the loader has next to nothing to do; and it is not linked with Cairo and Pango,
// which are loaded when something is drawn: see CDrawing. Elsewhere pkg-config says what to link.
#if os(Linux)
  func pkgConfig(_ name: String) -> String? { nil }
  func archives(_ names: String...) -> [LinkerSetting] {
    names.map { .linkedLibrary(":lib\($0).a") }
  }
  // As Debian and Fedora have them; folders that are not there do no harm.
  let cairoHeaders =
    ["cairo", "pango-1.0", "glib-2.0", "harfbuzz"].map { "/usr/include/\($0)" }
    + ["lib/x86_64-linux-gnu", "lib/aarch64-linux-gnu", "lib64", "lib"].map {
      "/usr/\($0)/glib-2.0/include"
    }
  let drawing: [SwiftSetting] = [.unsafeFlags(cairoHeaders.flatMap { ["-Xcc", "-I\($0)"] })]
  let swiftRuntime: [LinkerSetting] = [
    .unsafeFlags(
      [
        "-static-stdlib", "-lCoreFoundation", "-l_FoundationICU", "-l_FoundationCShims",
        "-l_FoundationCollections", "-lstdc++",
      ], .when(configuration: .release))
  ]
#else
  func pkgConfig(_ name: String) -> String? { name }
  func archives(_ names: String...) -> [LinkerSetting] { [] }
  let drawing: [SwiftSetting] = []
  let swiftRuntime: [LinkerSetting] = []
#endif

let kernelDependencies: [Target.Dependency] = [
  "Architecture", "CInstructions", "Learning", "Network", "Random",
]

// The kernels once for each set of vector instructions, from the same sources: links to one folder.
// A function of the standard library that several modules specialize is linked from the first object
// that has it, in the order of modules' names: so the kernels that run everywhere come first, and
// Tests/Kernels/run looks that nothing is taken from the others.
#if arch(x86_64)
  let vectorKernels = [("AVX2", "x86-64-v3"), ("AVX512", "x86-64-v4")].map {
    Target.target(
      name: "Kernels" + $0, dependencies: kernelDependencies,
      swiftSettings: optimizedInDebug + [.define($0), .unsafeFlags(["-Xcc", "-march=\($1)"])])
  }
#else
  let vectorKernels: [Target] = []
#endif
let kernelSets: [Target.Dependency] =
  ["CProcessor", "Kernels", "Network"] + vectorKernels.map { .target(name: $0.name) }

let package = Package(
  name: "daybook",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "daybook", targets: ["Daybook"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // System libraries.
    .systemLibrary(
      name: "CCairo", pkgConfig: pkgConfig("pangocairo"),
      providers: [.apt(["libpango1.0-dev", "libcairo2-dev"]), .brew(["pango", "cairo"])]),
    .systemLibrary(
      name: "CMarkdown", pkgConfig: pkgConfig("libcmark-gfm"),
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]),
    .systemLibrary(
      name: "CZlib", pkgConfig: pkgConfig("zlib"),
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CCrypto", pkgConfig: pkgConfig("libcrypto"),
      providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
    .systemLibrary(
      name: "CPNG", pkgConfig: pkgConfig("libpng"),
      providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
    .systemLibrary(
      name: "CJPEG", pkgConfig: pkgConfig("libjpeg"),
      providers: [.apt(["libjpeg62-turbo-dev"]), .brew(["jpeg-turbo"])]),
    .systemLibrary(name: "CFileExchange"),
    .systemLibrary(name: "CInstructions"),

    // Leaves.
    .target(name: "CProcessor"),
    .target(name: "CDrawing", exclude: ["functions.h"]),
    .target(
      name: "CImageFiles", dependencies: ["CPNG", "CJPEG"],
      linkerSettings: archives("png16", "jpeg", "z")),
    .target(name: "VisibleText"),
    .target(name: "Parallel"),
    .target(name: "Bytes"),
    .target(name: "Files", dependencies: ["VisibleText"]),
    .target(
      name: "Digest", dependencies: ["CCrypto", "Files"], linkerSettings: archives("crypto")),
    .target(name: "Architecture"),
    .target(name: "Learning", swiftSettings: optimizedInDebug),
    .target(name: "Results", dependencies: ["Architecture", "Bytes", "Language"]),
    .target(name: "Spelling"),
    .target(name: "Language"),
    .target(name: "Statistics"),
    .target(name: "Engines"),
    .target(name: "Listings", dependencies: ["Spelling"]),
    .target(name: "Mathematics", dependencies: ["Spelling"]),
    .target(name: "Random"),
    .target(
      name: "Datasets", dependencies: ["CImageFiles", "CZlib", "Files", "Language", "Parallel"],
      swiftSettings: optimizedInDebug, linkerSettings: archives("z")),
    .target(
      name: "Network", dependencies: ["Architecture", "Bytes", "Learning", "Random"],
      swiftSettings: optimizedInDebug),
    .target(name: "Kernels", dependencies: kernelDependencies, swiftSettings: optimizedInDebug),
    .target(name: "KernelSets", dependencies: kernelSets),
    .target(
      name: "Figures",
      dependencies: ["CCairo", "CDrawing", "CZlib", "Language", "Parallel", "Results"],
      swiftSettings: optimizedInDebug + drawing, linkerSettings: archives("z")),
    .target(name: "Cache", dependencies: ["Bytes", "Digest", "Files"]),
    .target(
      name: "Exchange", dependencies: ["Architecture", "Bytes", "CZlib", "Results"],
      linkerSettings: archives("z")),

    // From text to a plan.
    .target(
      name: "Notebook",
      dependencies: [
        "CMarkdown", "Files", "Mathematics", "Spelling", "VisibleText",
        .product(name: "Yams", package: "Yams"),
      ], linkerSettings: archives("cmark-gfm-extensions", "cmark-gfm")),
    .target(name: "Expressions", dependencies: ["Results", "Spelling", "Statistics"]),
    .target(
      name: "Plan",
      dependencies: [
        "Architecture", "Language", "Learning", "Notebook", "Expressions", "Files", "Results",
        "Spelling",
      ]),

    // From a plan to results, from results to a page.
    .target(
      name: "Runner",
      dependencies: [
        "Plan", "Notebook", "Expressions", "Results", "Cache", "Datasets", "Exchange",
        "Architecture",
        "Network", "KernelSets", "Learning", "Figures", "Random", "Bytes", "Digest", "Files",
        "Language", "Listings", "Parallel", "Spelling", "Statistics", "Engines",
      ]),
    .target(
      name: "CReportAssets",
      exclude: ["page.html", "style.css", "script.js", "figures.js", "pad.js"]),
    .target(
      name: "Report",
      dependencies: [
        "Architecture", "Notebook", "Results", "Digest", "Files", "Language", "Listings",
        "Mathematics", "Spelling", "CReportAssets",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .target(
      name: "Publishing",
      dependencies: [
        "Notebook", "Plan", "Results", "Runner", "Report", "Cache", "Files", "CFileExchange",
        "Engines", "Parallel", "VisibleText",
      ]),
    .target(
      name: "Verification",
      dependencies: [
        "CImageFiles", "CZlib", "Digest", "Files", "Notebook", "Plan", "Publishing", "Report",
        "Results", "Runner",
      ]),
    .target(
      name: "CPreviewAssets",
      exclude: ["page.html", "style.css", "script.js", "waiting.html"]),
    .target(
      name: "Preview",
      dependencies: [
        "Notebook", "Plan", "Results", "Runner", "Publishing", "Files", "CPreviewAssets",
      ]),
    .target(
      name: "LanguageServer",
      dependencies: [
        "Expressions", "Files", "Notebook", "Plan", "Publishing", "Results", "Runner", "Spelling",
      ]),
    .executableTarget(
      name: "Daybook",
      dependencies: [
        "Notebook", "Plan", "Runner", "Publishing", "Preview", "LanguageServer", "Cache", "Files",
        "Report",
        "Results", "Expressions", "Spelling", "Verification", "KernelSets", "VisibleText",
        "Engines", "Datasets", "Digest", "Figures", "Parallel",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], linkerSettings: swiftRuntime),

    // What fuzzing calls: used by its driver, by the tests that replay its cases, and by those of
    // growth.
    .target(
      name: "FuzzTargets",
      dependencies: [
        "Bytes", "Notebook", "Plan", "Report", "Results", "Expressions", "Datasets", "Exchange",
        "Cache", "Digest", "Files", "Preview", "Verification", "LanguageServer", "Listings",
      ], path: "Fuzz/Targets"),
    .target(name: "CWork", path: "Tests/CWork"),
    .target(name: "TestFolders", path: "Tests/TestFolders"),

    // Tests: one target a module.
    .testTarget(name: "BytesTests", dependencies: ["Bytes"]),
    .testTarget(name: "FilesTests", dependencies: ["TestFolders", "Files"]),
    .testTarget(name: "DigestTests", dependencies: ["TestFolders", "Digest", "Files"]),
    .testTarget(name: "ArchitectureTests", dependencies: ["Architecture"]),
    .testTarget(
      name: "ResultsTests", dependencies: ["Bytes", "Language", "Results"], exclude: ["Fixtures"]),
    .testTarget(name: "SpellingTests", dependencies: ["Spelling"]),
    .testTarget(name: "EnginesTests", dependencies: ["Engines"]),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics"], exclude: ["Fixtures"]),
    .testTarget(name: "ListingsTests", dependencies: ["Listings"]),
    .testTarget(name: "MathematicsTests", dependencies: ["Mathematics"]),
    .testTarget(name: "RandomTests", dependencies: ["Random"]),
    .testTarget(name: "DatasetsTests", dependencies: ["CZlib", "Datasets", "Digest"]),
    .testTarget(
      name: "NetworkTests",
      dependencies: [
        "Architecture", "Learning", "Network", "Kernels", "KernelSets", "Random", "Datasets",
      ],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "FiguresTests", dependencies: ["Figures", "Language", "Results", "CZlib"],
      exclude: ["Snapshots"],
      swiftSettings: optimizedInDebug),
    .testTarget(name: "CacheTests", dependencies: ["TestFolders", "Cache", "Digest", "Files"]),
    .testTarget(name: "NotebookTests", dependencies: ["TestFolders", "Mathematics", "Notebook"]),
    .testTarget(
      name: "ExpressionsTests", dependencies: ["Expressions", "Results"], exclude: ["Fixtures"]),
    .testTarget(name: "PlanTests", dependencies: ["Plan", "Learning", "Notebook", "Results"]),
    .testTarget(
      name: "RunnerTests",
      dependencies: [
        "Runner", "Plan", "Notebook", "Architecture", "Cache", "Files", "Results", "Digest",
        "Exchange", "Figures", "Language", "Report", "TestFolders",
      ],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "ReportTests",
      dependencies: [
        "Report", "Architecture", "Files", "Language", "Mathematics", "Notebook", "Results",
        "Digest",
      ]),
    .testTarget(
      name: "PublishingTests",
      dependencies: ["TestFolders", "Publishing", "Cache", "Files", "Plan", "Notebook"]),
    .testTarget(
      name: "PreviewTests",
      dependencies: ["TestFolders", "Preview", "Publishing", "Plan", "Results", "Runner"]),
    .testTarget(
      name: "LanguageServerTests", dependencies: ["LanguageServer", "Notebook", "Plan"]),
    .testTarget(name: "DaybookTests", dependencies: ["Digest"]),
    .testTarget(name: "VisibleTextTests", dependencies: ["VisibleText"]),
    .testTarget(name: "FuzzTests", dependencies: ["FuzzTargets"]),
    .testTarget(
      name: "GrowthTests",
      dependencies: [
        "Architecture", "CWork", "CZlib", "Datasets", "Exchange", "Figures", "Files", "FuzzTargets",
        "KernelSets", "Network", "Parallel", "Publishing", "TestFolders",
      ]),
  ],
  swiftLanguageModes: [.v6]
)

package.targets += vectorKernels

// The driver links libFuzzer, which only `make fuzz` asks for.
if Context.environment["DAYBOOK_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(name: "Fuzz", dependencies: ["FuzzTargets"], path: "Fuzz/Driver"))
}

for target in package.targets where ![.system, .plugin, .macro].contains(target.type) {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
}
