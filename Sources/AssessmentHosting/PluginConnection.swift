internal import AssessmentCore
internal import AssessmentPluginContract
internal import Dispatch

/// A conversation with a running plug-in: requests one after another, each answered within the time limit.
///
/// Its state is touched on its own queue only. After a failure the process is ended, and every further request fails as
/// the first one did.
final class PluginConnection: @unchecked Sendable {
    private let name: String
    private let limits: PluginLimits
    private let process: ChildProcess
    private let pipes: ProcessPipes
    private let isWrapped: Bool
    private let queue = DispatchQueue(label: "assessment.plug-in")
    private var count = 0
    private var panel: PanelOfRequests?
    private var failure: PluginFailure?

    private init(
        _ program: PluginProgram, _ limits: PluginLimits, isWrapped: Bool, _ process: ChildProcess,
        _ pipes: ProcessPipes
    ) {
        name = program.name
        self.limits = limits
        self.process = process
        self.pipes = pipes
        self.isWrapped = isWrapped
    }

    /// Starts a plug-in.
    ///
    /// - Throws: `PluginFailure` where it cannot be started.
    static func open(
        _ program: PluginProgram, limits: PluginLimits, isolation: PluginIsolation
    ) async throws -> PluginConnection {
        do {
            let (process, pipes) = try await ChildProcess.start(program, limits: limits, isolation: isolation)
            return PluginConnection(program, limits, isWrapped: isolation.isWrapping, process, pipes)
        } catch {
            throw PluginFailure(plugin: program.name, request: "start", problem: "it cannot be started: \(error)")
        }
    }

    /// Asks something, without holding up the caller's thread.
    ///
    /// - Parameter panel: the rows that the request is about.
    /// - Throws: `PluginFailure`.
    func answer(to request: Request, about panel: PanelOfRequests? = nil) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try self.ask(request, about: panel) }) }
        }
    }

    /// Asks something and waits for the answer.
    ///
    /// - Throws: `PluginFailure`.
    func waitForAnswer(to request: Request, about panel: PanelOfRequests) throws -> Answer {
        try queue.sync { try ask(request, about: panel) }
    }

    /// Why it cannot go on.
    func currentFailure() async -> PluginFailure? {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: self.failure) }
        }
    }

    /// Takes leave and ends the process.
    ///
    /// - Throws: `PluginFailure` where the plug-in had more to say than it was asked.
    func end() async throws {
        let failure: PluginFailure? = await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: self.takeLeave()) }
        }
        await process.end()
        if let failure { throw failure }
    }

    private func takeLeave() -> PluginFailure? {
        defer { pipes.close() }
        do {
            if failure == nil {
                let answer = try ask(.goodbye, about: nil)
                guard case .goodbye = answer else { throw failed(.goodbye, answer.wording) }
                pipes.closeInput()
                // What comes after the goodbye is as much too much as what comes before. One that keeps the contract ends now,
                // which is heard at once; one that goes on is not waited for long.
                switch pipes.exchange(nil, longest: 1 << 20, seconds: min(limits.seconds, 2)) {
                case .ended(unfinished: 0), .timedOut(unfinished: 0): break
                default: throw failed(.goodbye, "it wrote more after its goodbye, which nobody asked for")
                }
            }
            return nil
        } catch let failure as PluginFailure {
            return failure
        } catch {
            return PluginFailure(plugin: name, request: "goodbye", problem: "\(error)")
        }
    }

    private func ask(_ request: Request, about rows: PanelOfRequests?) throws -> Answer {
        if let failure { throw failure }
        if let rows, panel.map({ !$0.serves(rows) }) ?? true {
            let answer = try exchange(.panel(rows), longest: Contract.largestAnswer(rows: 0))
            guard case .accepted = answer else { throw failed(.panel(rows), answer.wording) }
            panel = rows
        }
        let longest =
            switch request {
            case .hello: Contract.largestHello
            case .measure(_, let data):
                Contract.largestAnswer(
                    rows: data.panel.rowCount,
                    entries: data.registers.values.reduce(0) { $0 + $1.count } * data.panel.periods.count)
            case .panel, .evaluate, .goodbye: Contract.largestAnswer(rows: rows?.panel.rowCount ?? 0)
            }
        return try exchange(request, longest: longest)
    }

    private func exchange(_ request: Request, longest: Int) throws -> Answer {
        guard !pipes.hasUnread() else {
            throw failed(request, "it had written before it was asked; each request is answered by one line")
        }
        count += 1
        switch pipes.exchange(request.line(number: count), longest: longest, seconds: limits.seconds) {
        case .line(let line):
            do {
                return try Answer.read(line, to: request, number: count)
            } catch {
                // What was printed for people is told apart from an answer that is wrong.
                guard line.first == UInt8(ascii: "{") else {
                    let start = printable(String(decoding: line.prefix(80), as: UTF8.self))
                    throw failed(
                        request,
                        "it wrote ‘\(start)’ where one line of JSON was expected; what is not an answer belongs on "
                            + "its error output")
                }
                throw failed(request, "its answer does not keep the contract: \(printable("\(error)"))")
            }
        case .tooLong:
            throw failed(request, "its answer is longer than the \(longest) bytes that this request allows")
        case .timedOut(let unfinished):
            let half = unfinished > 0 ? "; it had written \(unfinished) bytes of a line" : ""
            throw failed(request, "it gave no answer within \(Formula.text(of: limits.seconds)) seconds\(half)")
        case .ended(let unfinished):
            let half = unfinished > 0 ? " after \(unfinished) bytes of a line without its end" : " without an answer"
            let end = process.endInWords(wrapped: isWrapped) ?? "it closed its output and went on running"
            throw failed(request, "\(end)\(half)")
        }
    }

    /// Notes a failure, ends the process, and adds what it said last.
    private func failed(_ request: Request, _ problem: String) -> PluginFailure {
        pipes.listenOut(seconds: 0.05)
        process.kill()
        // Files are named as their author knows them, without the folder that the copies lie in.
        let said = String(decoding: pipes.said, as: UTF8.self).replacing(process.code + "/", with: "")
            .split(separator: "\n").suffix(8).map(printable)
        let words = said.isEmpty ? "" : "; it last said: \(said.joined(separator: " | "))"
        let failure = PluginFailure(plugin: name, request: request.name, problem: problem + words)
        self.failure = failure
        return failure
    }
}

extension PluginIsolation {
    fileprivate var isWrapping: Bool {
        if case .bubblewrap = self { true } else { false }
    }
}

extension Answer {
    /// What is said of an answer that does not fit the request: what was refused, where nothing may be refused.
    var wording: String {
        guard case .refused(let problem) = self else { return "it gave an answer of another kind" }
        return "it refused: \(printable(problem.prefix(2000)))"
    }
}
