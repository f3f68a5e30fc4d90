public import AssessmentCore
internal import AssessmentPluginContract

/// A plug-in that runs as a process of its own: started when it is first needed, and again after it was ended.
public actor PluginProcess {
    /// Its program.
    public nonisolated let program: PluginProgram
    /// What it may take.
    public nonisolated let limits: PluginLimits
    /// What keeps it from the rest of the machine.
    public nonisolated let isolation: PluginIsolation
    private let workbench: String
    private let prefix: String
    private var connection: Task<PluginConnection, any Error>?
    private var greeting: [UInt8]?

    /// Creates a plug-in that is not yet running.
    ///
    /// - Parameters:
    ///   - prefix: what stands before the ids of the plug-in, of its indicators and of its evaluators.
    ///   - workbench: the version of the workbench, which the plug-in is told.
    public init(
        _ program: PluginProgram, prefix: String = "", limits: PluginLimits = .usual, isolation: PluginIsolation,
        workbench: String
    ) {
        self.prefix = prefix
        self.program = program
        self.limits = limits
        self.isolation = isolation
        self.workbench = workbench
    }

    /// The plug-in as it describes itself; it runs from now on.
    ///
    /// - Throws: `PluginFailure`.
    public func plugin() async throws -> any DomainPlugin {
        let connection = try await open()
        let answer = try await connection.answer(to: .hello(workbench: workbench))
        guard case .hello(let hello) = answer else { throw unexpected(answer, "hello") }
        try check(hello)
        return HostedPlugin(hello, prefix: prefix, process: self)
    }

    /// The conversation with the running plug-in, which is started where it is not running.
    func open() async throws -> PluginConnection {
        if let connection { return try await connection.value }
        let (program, limits, isolation) = (program, limits, isolation)
        let opening = Task { try await PluginConnection.open(program, limits: limits, isolation: isolation) }
        connection = opening
        return try await opening.value
    }

    /// The conversation with a plug-in that has introduced itself.
    func connected() async throws -> PluginConnection {
        if connection == nil { _ = try await plugin() }
        return try await open()
    }

    /// Why it cannot go on; nothing where it can, or does not run.
    public func failure() async -> PluginFailure? {
        guard let connection = try? await connection?.value else { return nil }
        return await connection.currentFailure()
    }

    /// Ends the process; it is started again where it is needed again.
    ///
    /// - Throws: `PluginFailure` where the plug-in had more to say than it was asked.
    public func end() async throws {
        guard let connection else { return }
        self.connection = nil
        guard let connection = try? await connection.value else { return }
        try await connection.end()
    }

    /// A plug-in that is started again must be the one that it was.
    private func check(_ hello: Hello) throws {
        let said = JSONWriter.bytes(hello.json)
        if let greeting, greeting != said {
            throw PluginFailure(
                plugin: program.name, request: "hello", problem: "it describes itself in another way than before")
        }
        greeting = said
    }

    nonisolated func unexpected(_ answer: Answer, _ request: String) -> PluginFailure {
        PluginFailure(plugin: program.name, request: request, problem: answer.wording)
    }
}
