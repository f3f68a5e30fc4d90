internal import ArgumentParser
internal import AssessmentWorkbench

/// The specification that a command is about, with the folder of its data and the plug-ins that it may start.
struct SpecificationOptions: ParsableArguments {
    @Argument(
        help: "The specification, such as Examples/anhui-2020/assessment.yml, or its folder.", completion: .file())
    var specification: String

    @Option(
        name: .customLong("data"),
        help: """
            The folder that the paths of data in the specification are relative to, such as another folder that holds \
            data/; that of the specification where none is given.
            """, completion: .directory)
    var dataFolder: String?

    @OptionGroup var trust: TrustOptions

    @OptionGroup var queries: QueryOptions

    /// Reads the specification and its data.
    ///
    /// - Parameters:
    ///   - comparingScheme: whether what it lays down is compared with the sealed scheme that it names.
    ///   - collecting: whether data are still being collected.
    ///   - awaiting: whether a collection may have taken in nothing yet.
    ///   - revision: the revision of the collection as of which its data are read; the last one where none is named.
    func load(
        _ workbench: Workbench, comparingScheme: Bool = true, collecting: Bool = false, awaiting: Bool = false,
        asOf revision: Int? = nil
    ) async throws -> Workbench.Loaded {
        try await workbench.load(
            specification, data: dataFolder, trusting: trust.plugins(), queries: queries.access(),
            comparingScheme: comparingScheme, collecting: collecting, awaiting: awaiting, asOf: revision)
    }

    /// Reads the specification and its data for a run in little memory.
    func loadSparingly(_ workbench: Workbench) async throws -> Workbench.SparinglyLoaded {
        try await workbench.loadSparingly(
            specification, data: dataFolder, trusting: trust.plugins(), queries: queries.access())
    }
}
