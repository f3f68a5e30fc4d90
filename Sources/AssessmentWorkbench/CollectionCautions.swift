internal import AssessmentCollection
internal import AssessmentCore
internal import AssessmentData

extension Workbench.Loaded {
    /// What must be known of what collections hold before its figures are used: values and registers that were taken in under
    /// another standard, a line a revision. Corrections that later returns replaced are findings of the checks.
    public var cautionsOnCollections: [String] {
        let standard = standard
        let digest = standard.digest
        return collections.sorted { $0.key < $1.key }.flatMap { folder, collection in
            (collection.lacksOriginals
                ? [
                    "the files that ‘\(folder)’ was taken from are not in ‘\(folder)/originals’, so that it was not held "
                        + "against them"
                ] : [])
                + otherStandards(collection.contents, standard, digest)
        }
    }

    /// The corrections that later returns replaced, in a line each.
    public var cautionsOnCorrections: [String] {
        collections.sorted { $0.key < $1.key }.flatMap { _, collection in
            collection.contents.overwrittenCorrections.map { "a correction was replaced: \($0.text)" }
        }
    }

    private func otherStandards(
        _ contents: CollectionContents, _ standard: StatisticalStandard, _ digest: String
    ) -> [String] {
        let asked = Set(standard.collected.map(\.id))
        let values = Dictionary(grouping: contents.current.filter { asked.contains($0.place.variable) }, by: \.revision)
        var registers: [Int: [String]] = [:]
        for register in standard.collectedRegisters.map(\.id) {
            var last: [String: Int] = [:]
            for source in contents.sources where source.registers.contains(register) {
                last[source.unit] = source.revision
            }
            for revision in last.values { registers[revision, default: []].append(register) }
        }
        return contents.sources.filter { !$0.standard.isEmpty && $0.standard != digest }.compactMap { source in
            let names = (values[source.revision] ?? []).map(\.place.variable) + (registers[source.revision] ?? [])
            guard !names.isEmpty else { return nil }
            let unit = data.units[source.unit].map { " of \($0.code) \($0.name.zh)" } ?? ""
            return "taken in under another standard: \(names.joined(separator: ", "))\(unit), by revision "
                + "\(source.revision) (\(source.file)); what is asked has changed since, so "
                + (source.unit.isEmpty ? "have the figures checked and reported again" : "send out the form again")
        }
    }
}
