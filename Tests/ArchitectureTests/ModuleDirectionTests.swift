import Foundation
import Testing

/// The arrows between modules, read from the import statements of the sources.
@Suite("No arrow between modules turns back")
struct ModuleDirectionTests {
    /// What each module may import of ours. The order is that of the house: each may see only modules further up.
    static let allowed: [String: Set<String>] = [
        "AssessmentCore": [],
        "AssessmentCharts": ["AssessmentCore"],
        "AssessmentStatistics": [],
        "AssessmentMethods": ["AssessmentCore", "AssessmentStatistics"],
        "AssessmentConfiguration": ["AssessmentCore"],
        "AssessmentChecks": ["AssessmentCore", "AssessmentStatistics"],
        "AssessmentPipeline": ["AssessmentCore", "AssessmentStatistics"],
        "AssessmentRobustness": ["AssessmentCore", "AssessmentPipeline", "AssessmentStatistics"],
        "AssessmentSpreadsheets": ["AssessmentCore"],
        "AssessmentData": ["AssessmentCore", "AssessmentSpreadsheets"],
        "AssessmentQueries": ["AssessmentCore", "AssessmentData"],
        "AssessmentExporters": ["AssessmentCharts", "AssessmentCore", "AssessmentSpreadsheets"],
        "AssessmentArchive": ["AssessmentCore", "AssessmentData", "AssessmentExporters"],
        "AssessmentReview": [
            "AssessmentArchive", "AssessmentCore", "AssessmentPipeline", "AssessmentData", "AssessmentExporters",
        ],
        "AssessmentCollection": [
            "AssessmentCore", "AssessmentData", "AssessmentExporters", "AssessmentSpreadsheets", "AssessmentStatistics",
        ],
        "AssessmentTesting": ["AssessmentCore"],
        "AssessmentPluginContract": ["AssessmentCore"],
        "AssessmentPluginKit": ["AssessmentCore", "AssessmentPluginContract"],
        "AssessmentHosting": ["AssessmentCore", "AssessmentPluginContract"],
        "AssessmentWorkbench": [
            "AssessmentCore", "AssessmentMethods", "AssessmentConfiguration", "AssessmentPipeline", "AssessmentData",
            "AssessmentExporters", "AssessmentArchive", "AssessmentCollection", "AssessmentHosting",
            "AssessmentQueries",
            "AssessmentReview", "AssessmentRobustness", "AssessmentChecks",
        ],
        "AssessmentScaffolding": [],
        "AssessmentCommands": [
            "AssessmentCollection", "AssessmentCore", "AssessmentData", "AssessmentExporters", "AssessmentArchive",
            "AssessmentHosting", "AssessmentQueries", "AssessmentReview", "AssessmentScaffolding",
            "AssessmentTesting", "AssessmentWorkbench",
        ],
        "assess": Set(["AssessmentCommands"] + Repository.plugins),
    ]

    @Test("Sources import only the modules that they may see")
    func sources() throws {
        let libraries: Set = ["CAssessmentKernels", "CLibYAML", "CGLPK", "CPangoCairo", "CXLSXWriter", "CXML2", "CZip"]
        let modules = try Repository.folders(in: "Sources").filter { !libraries.contains($0) }
        #expect(Set(modules) == Set(Self.allowed.keys), "a module is missing from the table above")
        for module in modules {
            let ours = try Repository.imports(under: "Sources/\(module)").filter(Repository.isOurs)
            #expect(ours.subtracting(Self.allowed[module] ?? []) == [], "\(module) imports what it may not see")
        }
    }

    @Test("Plug-ins import AssessmentCore and nothing else", arguments: Repository.plugins)
    func plugins(plugin: String) throws {
        #expect(try Repository.imports(under: "Plugins/\(plugin)/Sources") == ["AssessmentCore"])
    }

    @Test("The core needs no other library than the C one, and the kernels of this package")
    func core() throws {
        let foreign = try Repository.imports(under: "Sources/AssessmentCore")
        #expect(foreign.isSubset(of: ["Glibc", "Musl", "Darwin", "CAssessmentKernels"]))
    }

    @Test("libyaml is the only system library that a plain build needs")
    func systemLibraries() throws {
        let manifest = try Repository.text("Package.swift")
        let libraries = manifest.components(separatedBy: ".systemLibrary(").dropFirst()
        #expect(libraries.first?.contains("pkgConfig: \"yaml-0.1\"") == true)
        // Each other one is linked under a trait only.
        for library in libraries.dropFirst() {
            let name = library.components(separatedBy: "\"").dropFirst().first ?? ""
            let uses = manifest.components(separatedBy: "\"\(name)\"").dropFirst().filter {
                !$0.hasPrefix(", providers:") && !$0.hasPrefix(", pkgConfig:")
            }
            #expect(!uses.isEmpty && uses.allSatisfy { $0.hasPrefix(", condition: .when(traits:") }, "\(name)")
        }
        #expect(libraries.first?.contains(".apt([\"libyaml-dev\"])") == true)
    }

    @Test("The command line links every plug-in of the manifest")
    func linkedPlugins() throws {
        let main = try Repository.text("Sources/assess/main.swift")
        for plugin in Repository.plugins {
            #expect(main.contains("\(plugin)()"), "Sources/assess/main.swift does not list \(plugin)")
        }
    }
}
