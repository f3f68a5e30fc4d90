// swift-tools-version: 6.2

import Foundation
import PackageDescription

// Scripts/check of the workbench sets this.
let warningsAreErrors = ProcessInfo.processInfo.environment["ASSESSMENT_WARNINGS_ARE_ERRORS"] != nil

let settings: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ] + (warningsAreErrors ? [.treatAllWarnings(as: .error)] : [])

/// A product of the workbench.
func workbench(_ product: String) -> Target.Dependency {
    .product(name: product, package: "assessment-workbench")
}

let package = Package(
    name: "elder-care-plugin",
    products: [
        .library(name: "ElderCare", targets: ["ElderCare"]),
        .executable(name: "assess-elder-care", targets: ["assess-elder-care"]),
        .executable(name: "elder-care", targets: ["elder-care"]),
    ],
    dependencies: [
        // The name makes products findable whatever the folder of the clone is called. From a repository of your own:
        // .package(url: "…/assessment-workbench", from: "…")
        .package(name: "assessment-workbench", path: "../..")
    ],
    targets: [
        .target(name: "ElderCare", dependencies: [workbench("AssessmentCore")], swiftSettings: settings),
        .executableTarget(
            name: "assess-elder-care",
            dependencies: [
                "ElderCare", workbench("AssessmentCommands"), workbench("LifeConsumption"),
                workbench("ProductionConsumption"), workbench("PublicServiceConsumption"),
                workbench("NewProductConsumption"), workbench("ConsumptionFoundation"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "elder-care", dependencies: ["ElderCare", workbench("AssessmentPluginKit")], swiftSettings: settings),
        .testTarget(
            name: "ElderCareTests",
            dependencies: [
                "ElderCare", workbench("AssessmentCore"), workbench("AssessmentTesting"),
                workbench("AssessmentWorkbench"), workbench("PublicServiceConsumption"),
            ],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
