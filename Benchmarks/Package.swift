// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "assessment-workbench", path: "..")],
    targets: [
        .executableTarget(
            name: "plugin-process",
            dependencies: [
                .product(name: "AssessmentCore", package: "assessment-workbench"),
                .product(name: "AssessmentCommands", package: "assessment-workbench"),
                .product(name: "AssessmentPluginKit", package: "assessment-workbench"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "site-pages",
            dependencies: [
                "AssessmentCore", "AssessmentWorkbench", "LifeConsumption", "ProductionConsumption",
                "PublicServiceConsumption", "NewProductConsumption", "ConsumptionFoundation",
            ].map { .product(name: $0, package: "assessment-workbench") },
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
