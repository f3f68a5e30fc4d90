internal import AssessmentConfiguration
internal import AssessmentCore
internal import AssessmentData

/// Reads the data files of a specification, and tells every problem of all of them together.
struct DataLoader {
    private let specification: Specification
    private let catalogue: Catalogue
    private let folder: SourceFolder
    private var problems: [Diagnostic] = []
    private(set) var inputs: [Manifest.Input] = []

    init(_ specification: Specification, _ catalogue: Catalogue, _ folder: SourceFolder) {
        self.specification = specification
        self.catalogue = catalogue
        self.folder = folder
    }

    /// The data, before they are carried over to the assessed units.
    ///
    /// - Throws: `DiagnosticList` with every problem of the files.
    mutating func load() throws(DiagnosticList) -> CollectedData {
        // The closures below must not reach back into self, which `attempt` changes.
        let (catalogue, list) = (catalogue, specification.units.file)
        let position = SourcePosition(file: list, line: 1, column: 1)
        guard let bytes = bytes(list, at: position),
            let units = attempt({ () throws(DiagnosticList) in try UnitsFile.read(bytes, file: list) })
        else { throw DiagnosticList(problems) }
        var data = CollectedData(units: units)
        problems += UnitNames(units).problems(of: specification)
        var seen: [ObservationsFile.Cell: Origin] = [:]
        var seenTargets: [TargetsFile.Place: Origin] = [:]
        var seenEntries: [String: [RegisterFile.Item: Origin]] = [:]
        let targeted = DataLoader.targeted(specification, catalogue)
        for file in specification.data {
            guard let bytes = self.bytes(file.file, at: file.position) else { continue }
            switch file.content {
            case .observations:
                data.observations +=
                    attempt { () throws(DiagnosticList) in
                        try ObservationsFile.read(
                            bytes, file: file.file, units: units, variables: catalogue.variables, seen: &seen)
                    } ?? []
            case .register(let id):
                guard let register = catalogue.registers[id] else { continue }
                data.registers[id, default: []] +=
                    attempt { () throws(DiagnosticList) in
                        try RegisterFile.read(
                            bytes, file: file.file, register: register, units: units,
                            seen: &seenEntries[id, default: [:]])
                    } ?? []
            case .targets:
                let targets = attempt { () throws(DiagnosticList) in
                    try TargetsFile.read(bytes, file: file.file, nodes: targeted, units: units, seen: &seenTargets)
                }
                data.targets.merge(targets ?? [:]) { NumberTable(lines: $0.lines + $1.lines) }
            case .facts:
                data.facts +=
                    attempt { () throws(DiagnosticList) in
                        try FactsFile.read(
                            bytes, file: file.file, statements: Set(catalogue.statements.keys), units: units)
                    } ?? []
            }
        }
        if !problems.isEmpty { throw DiagnosticList(problems) }
        return data
    }

    /// The ids of nodes and indicators whose evaluators compare with a target.
    private static func targeted(_ specification: Specification, _ catalogue: Catalogue) -> Set<String> {
        let nodes = specification.framework.subtree.filter { node in
            node.steps.contains { step in
                guard case .evaluate(let choice, _) = step else { return false }
                return catalogue.evaluators[choice.id]?.targets != TargetRequirement.none
            }
        }
        return Set(nodes.flatMap { [$0.id, $0.measure?.indicator].compactMap(\.self) })
    }

    private mutating func bytes(_ file: String, at position: SourcePosition) -> [UInt8]? {
        do throws(SourceFolder.Refusal) {
            let bytes = try folder.bytes(file)
            inputs.append(Manifest.Input(file: file, sha256: sha256(bytes)))
            return bytes
        } catch {
            problems.append(Diagnostic(at: position, error.problem, expected: error.expected))
            return nil
        }
    }

    private mutating func attempt<Value>(_ read: () throws(DiagnosticList) -> Value) -> Value? {
        do throws(DiagnosticList) {
            return try read()
        } catch {
            problems += error.diagnostics
            return nil
        }
    }
}
