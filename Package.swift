// swift-tools-version: 6.2

import Foundation
import PackageDescription

// Scripts/check sets this, so that a warning stops the build there without getting in the way of work in progress.
let warningsAreErrors = ProcessInfo.processInfo.environment["ASSESSMENT_WARNINGS_ARE_ERRORS"] != nil

// Benchmarks/build sets this: some of what they time is seen within the package only.
let timesPrograms = ProcessInfo.processInfo.environment["ASSESSMENT_BENCHMARKS"] != nil

// Scripts/check sets this where it builds the optional parts in release: their tests and those that compute most run there,
// all others in the plain build.
let testsOfRelease = [
    "AssessmentMethodsTests", "AssessmentArchiveTests", "AssessmentExportersTests", "AssessmentSpreadsheetsTests",
    "AssessmentCollectionTests", "AssessmentQueriesTests",
    "FullReviewTests", "PublishedTests",
]
let leavesOutOtherTests = ProcessInfo.processInfo.environment["ASSESSMENT_OPTIONAL_TESTS"] != nil

let settings: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ] + (warningsAreErrors ? [.treatAllWarnings(as: .error)] : [])

/// The domain plug-ins of this package. Adding one: its folder under Plugins/, its name here, and a line in
/// Sources/assess/main.swift.
let domainPlugins = [
    "LifeConsumption",
    "ProductionConsumption",
    "PublicServiceConsumption",
    "NewProductConsumption",
    "ConsumptionFoundation",
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let sqlite = Target.Dependency.product(
    name: "GRDBSQLite", package: "GRDB.swift", condition: .when(traits: ["Archive"]))
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["Archive"]))
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

func module(
    _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [], resources: [Resource] = []
) -> Target {
    .target(
        name: name, dependencies: dependencies, exclude: exclude, resources: resources, swiftSettings: settings)
}

/// The texts that a new plug-in consists of, in the program itself: it may be moved away from where it was built.
let scaffolding = Target.target(
    name: "AssessmentScaffolding",
    resources: ([
        "Package.swift", "MainLinked.swift", "MainProcess.swift", "Domain.swift", "Items.swift", "OnlineShare.swift",
        "VisitRate.swift", "VisitGrowth.swift", "ServiceBalance.swift", "AnswerDays.swift", "RecognisedVenues.swift",
        "ClassBreadth.swift", "AnswerTime.swift", "ConformanceTests.swift", "domain.py", "ReadmeLinked.md",
        "ReadmeProcess.md", "ReadmePython.md", "assessment.yml", "units.csv", "observations.csv", "recognised.csv",
        "gitignore",
    ].map { "Templates/\($0).template" } + ["Python/assessment_plugin.py"]).map { .embedInCode($0) },
    swiftSettings: settings)

func tests(of name: String, _ dependencies: [Target.Dependency] = [], expected: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.target(name: name)] + dependencies,
        exclude: expected,
        swiftSettings: settings)
}

func plugin(_ name: String) -> [Target] {
    [
        .target(
            name: name, dependencies: ["AssessmentCore"], path: "Plugins/\(name)/Sources", swiftSettings: settings),
        .testTarget(
            name: "\(name)Tests",
            dependencies: [.target(name: name), "AssessmentCore", "AssessmentTesting"],
            path: "Plugins/\(name)/Tests",
            swiftSettings: settings),
    ]
}

let plugins = domainPlugins.map { Target.Dependency.target(name: $0) }

let package = Package(
    name: "assessment-workbench",
    products: [
        .library(name: "AssessmentCore", targets: ["AssessmentCore"]),
        .library(name: "AssessmentWorkbench", targets: ["AssessmentWorkbench"]),
        .library(name: "AssessmentCommands", targets: ["AssessmentCommands"]),
        .library(name: "AssessmentTesting", targets: ["AssessmentTesting"]),
        .library(name: "AssessmentPluginKit", targets: ["AssessmentPluginKit"]),
        .executable(name: "assess", targets: ["assess"]),
    ] + domainPlugins.map { .library(name: $0, targets: [$0]) },
    // What needs a further system library is left out of a plain build.
    traits: [
        .trait(name: "Archive", description: "The archive of runs, with SQLite (libsqlite3-dev)."),
        .trait(
            name: "Excel",
            description: """
                Workbooks that recompute, and reading workbooks, with libxlsxwriter, libzip and libxml2 (libxlsxwriter-dev, \
                libzip-dev, libxml2-dev).
                """),
        .trait(name: "PDF", description: "Documents for print, with Cairo and Pango (libcairo2-dev, libpango1.0-dev)."),
        .trait(name: "LinearProgramming", description: "Weights by linear programmes, with GLPK (libglpk-dev)."),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibYAML",
            pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(
            name: "CPangoCairo", pkgConfig: "pangocairo", providers: [.apt(["libcairo2-dev", "libpango1.0-dev"])]),
        module("AssessmentCore", ["CAssessmentKernels"]),
        module("AssessmentCharts", ["AssessmentCore"]),
        module("AssessmentStatistics"),
        module(
            "AssessmentMethods",
            [
                "AssessmentCore", "AssessmentStatistics", "CAssessmentKernels",
                .target(name: "CGLPK", condition: .when(traits: ["LinearProgramming"])),
            ]),
        module("AssessmentConfiguration", ["AssessmentCore", "CLibYAML"]),
        module("AssessmentChecks", ["AssessmentCore", "AssessmentStatistics"]),
        .target(name: "CAssessmentKernels"),
        module("AssessmentPipeline", ["AssessmentCore", "AssessmentStatistics", "CAssessmentKernels"]),
        module("AssessmentRobustness", ["AssessmentCore", "AssessmentPipeline", "AssessmentStatistics"]),
        module(
            "AssessmentSpreadsheets",
            [
                "AssessmentCore",
                .target(name: "CXLSXWriter", condition: .when(traits: ["Excel"])),
                .target(name: "CXML2", condition: .when(traits: ["Excel"])),
                .target(name: "CZip", condition: .when(traits: ["Excel"])),
            ]),
        module("AssessmentData", ["AssessmentCore", "AssessmentSpreadsheets", crypto]),
        module("AssessmentQueries", ["AssessmentCore", "AssessmentData", grdb, sqlite, subprocess, system]),
        module(
            "AssessmentExporters",
            [
                "AssessmentCharts", "AssessmentCore", "AssessmentSpreadsheets", crypto, subprocess, system,
                .target(name: "CPangoCairo", condition: .when(traits: ["PDF"])),
            ], resources: [.embedInCode("Word/Script/report_document.py")]),
        module("AssessmentArchive", ["AssessmentCore", "AssessmentData", "AssessmentExporters", grdb]),
        module(
            "AssessmentReview",
            [
                "AssessmentArchive", "AssessmentCore", "AssessmentPipeline", "AssessmentData", "AssessmentExporters",
                crypto,
            ]),
        module(
            "AssessmentCollection",
            [
                "AssessmentCore", "AssessmentData", "AssessmentExporters", "AssessmentSpreadsheets",
                "AssessmentStatistics",
            ]),
        module("AssessmentPluginContract", ["AssessmentCore"], exclude: ["Schemas"]),
        module("AssessmentPluginKit", ["AssessmentCore", "AssessmentPluginContract"]),
        module("AssessmentHosting", ["AssessmentCore", "AssessmentPluginContract", subprocess, system]),
        scaffolding,
        module("AssessmentTesting", ["AssessmentCore"]),
        module(
            "AssessmentWorkbench",
            [
                "AssessmentCore", "AssessmentMethods", "AssessmentConfiguration", "AssessmentPipeline",
                "AssessmentData", "AssessmentExporters", "AssessmentArchive", "AssessmentCollection",
                "AssessmentHosting", "AssessmentQueries", "AssessmentReview", "AssessmentRobustness",
                "AssessmentChecks",
                crypto,
            ]),
        module(
            "AssessmentCommands",
            [
                "AssessmentCollection", "AssessmentCore", "AssessmentData", "AssessmentExporters", "AssessmentArchive",
                "AssessmentHosting", "AssessmentQueries", "AssessmentReview", "AssessmentScaffolding",
                "AssessmentTesting", "AssessmentWorkbench", argumentParser,
            ]),
        .executableTarget(name: "assess", dependencies: ["AssessmentCommands"] + plugins, swiftSettings: settings),
        .executableTarget(
            name: "full-review-data",
            dependencies: ["AssessmentCore", "AssessmentData", argumentParser] + plugins,
            path: "Examples/full-review/Generator",
            swiftSettings: settings),

        tests(of: "AssessmentCore"),
        tests(of: "AssessmentCharts", ["AssessmentCore"]),
        tests(of: "AssessmentStatistics"),
        tests(of: "AssessmentMethods", ["AssessmentCore", "AssessmentStatistics", "AssessmentTesting"]),
        tests(of: "AssessmentConfiguration", ["AssessmentCore", "AssessmentMethods"]),
        tests(of: "AssessmentChecks", ["AssessmentCore", "AssessmentStatistics"]),
        tests(of: "AssessmentPipeline", ["AssessmentCore", "AssessmentMethods"]),
        tests(
            of: "AssessmentRobustness",
            ["AssessmentCore", "AssessmentMethods", "AssessmentPipeline", "AssessmentStatistics"]),
        tests(
            of: "AssessmentSpreadsheets",
            [
                "AssessmentCore", .target(name: "CZip", condition: .when(traits: ["Excel"])),
            ]),
        tests(of: "AssessmentData", ["AssessmentCore", "AssessmentSpreadsheets"]),
        tests(
            of: "AssessmentExporters",
            [
                "AssessmentCharts", "AssessmentCore", "AssessmentMethods", "AssessmentPipeline",
                "AssessmentSpreadsheets",
            ],
            expected: ["Expected"]),
        .executableTarget(
            name: "archive-writer",
            dependencies: ["AssessmentArchive", "AssessmentCore", "AssessmentData", "AssessmentExporters"],
            path: "Tests/ArchiveWriter", swiftSettings: settings),
        tests(
            of: "AssessmentArchive",
            ["AssessmentCore", "AssessmentData", "AssessmentExporters", "archive-writer", "assess", grdb]),
        tests(
            of: "AssessmentReview",
            ["AssessmentCore", "AssessmentExporters", "AssessmentMethods", "AssessmentPipeline"]),
        tests(of: "AssessmentCollection", ["AssessmentCore", "AssessmentData", "AssessmentSpreadsheets"]),
        tests(of: "AssessmentQueries", ["AssessmentCore", "AssessmentData", grdb]),
        tests(of: "AssessmentPluginContract", ["AssessmentCore"]),
        tests(of: "AssessmentPluginKit", ["AssessmentCore", "AssessmentPluginContract"]),
        tests(of: "AssessmentHosting", ["AssessmentCore", "AssessmentPluginContract"]),
        tests(
            of: "AssessmentWorkbench",
            ["AssessmentArchive", "AssessmentCore", "AssessmentData", "AssessmentReview"] + plugins),
        tests(of: "AssessmentCommands", ["AssessmentCore", "assess"]),
        tests(of: "AssessmentTesting", ["AssessmentCore"]),
        .testTarget(name: "ArchitectureTests", swiftSettings: settings),
        .testTarget(
            name: "DocumentationTests",
            dependencies: [
                "AssessmentCore", "AssessmentPluginKit", "AssessmentTesting", "AssessmentWorkbench", "assess",
            ] + plugins,
            exclude: ["Files"], swiftSettings: settings),
        .testTarget(
            name: "ConformanceTests", dependencies: ["AssessmentCore", "AssessmentTesting"] + plugins,
            swiftSettings: settings),
        .testTarget(
            name: "PublishedTests",
            dependencies: ["AssessmentCore", "AssessmentPipeline", "AssessmentRobustness", "AssessmentWorkbench"],
            swiftSettings: settings),
        .testTarget(
            name: "FullReviewTests",
            dependencies: [
                "full-review-data", "AssessmentCore", "AssessmentData", "AssessmentReview", "AssessmentWorkbench",
            ],
            swiftSettings: settings),
    ] + domainPlugins.flatMap(plugin),
    swiftLanguageModes: [.v6]
)

if timesPrograms {
    func benchmark(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
        .executableTarget(
            name: name, dependencies: dependencies, path: "Benchmarks/Sources/\(name)", swiftSettings: settings)
    }
    package.targets += [
        benchmark(
            "engine",
            [
                "AssessmentCore", "AssessmentMethods", "AssessmentPipeline", "AssessmentRobustness",
                "AssessmentWorkbench",
            ]),
        benchmark("observations-reading", ["AssessmentCore", "AssessmentData"]),
        benchmark("plugin-process", ["AssessmentCommands", "AssessmentCore", "AssessmentPluginKit"]),
        benchmark("site-pages", ["AssessmentCore", "AssessmentWorkbench"] + plugins),
        benchmark("spreadsheet-reading", ["AssessmentSpreadsheets"]),
    ]
}

if leavesOutOtherTests {
    package.targets.removeAll { $0.type == .test && !testsOfRelease.contains($0.name) }
    // What takes long is computed in the library; the code of tests would only take longer to compile.
    for target in package.targets where target.type == .test {
        target.swiftSettings = (target.swiftSettings ?? []) + [.unsafeFlags(["-Onone"])]
    }
}
