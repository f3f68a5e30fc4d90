internal import AssessmentCore
internal import Foundation
internal import Subprocess

#if canImport(System)
internal import System
#else
internal import SystemPackage
#endif

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The client of an engine: a program of the system, started with a list of arguments and never through a shell.
struct ClientProgram {
    /// What came of a run.
    struct Outcome {
        /// Whether it ended by itself and told of no error.
        let isDone: Bool
        /// What it wrote.
        let output: [UInt8]
        /// The last that it said besides.
        let said: String
    }

    /// The program.
    let path: String
    /// How long all its runs for one query may take together, in seconds.
    let seconds: Int
    private let deadline: ContinuousClock.Instant
    /// A folder of its own, for what it leaves behind.
    let folder: String

    /// Finds a client among the programs of the user.
    ///
    /// - Parameter advice: how to install it.
    /// - Throws: ``QueryFailure`` where it is not there.
    init(_ name: String, advice: String, seconds: Int, folder: String) throws(QueryFailure) {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(
            separator: ":")
        let found = folders.filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }.first {
            var isFolder: ObjCBool = false
            return FileManager.default.isExecutableFile(atPath: $0)
                && FileManager.default.fileExists(atPath: $0, isDirectory: &isFolder) && !isFolder.boolValue
        }
        guard let found else {
            throw QueryFailure("the client ‘\(name)’ is not installed, or not on the PATH", expected: advice)
        }
        (path, self.seconds, self.folder) = (found, seconds, folder)
        deadline = .now + .seconds(seconds)
    }

    /// What a client is told of the user's environment: where programs and its own settings are. Passwords stand in files
    /// that it finds there.
    private static let passedOn = [
        "PATH", "HOME", "USER", "LOGNAME", "PGSERVICEFILE", "PGPASSFILE", "PGSYSCONFDIR", "PGSSLROOTCERT", "PGSSLCERT",
        "PGSSLKEY", "KRB5CCNAME", "JAVA_HOME", "SPARK_HOME", "SPARK_CONF_DIR", "SPARK_LOCAL_IP", "HADOOP_CONF_DIR",
        "YARN_CONF_DIR",
    ]

    /// Runs it until its end, at most until the time for the query has passed since the client was found.
    ///
    /// - Parameter environment: what is set besides.
    /// - Throws: ``QueryFailure`` where it cannot be started, takes too long or answers too much.
    func run(_ arguments: [String], environment: [String: String] = [:]) async throws(QueryFailure) -> Outcome {
        let own = ProcessInfo.processInfo.environment
        var values = ["LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TZ": "UTC", "TMPDIR": folder]
        for name in Self.passedOn { values[name] = own[name] }
        values.merge(environment) { $1 }
        let custom = Dictionary(
            uniqueKeysWithValues: values.map { (Environment.Key(stringLiteral: $0), $1) })
        // In a session of its own, so that what it starts ends with it.
        var options = PlatformOptions()
        options.createSession = true
        do {
            let result = try await Subprocess.run(
                .path(FilePath(path)), arguments: Arguments(arguments), environment: .custom(custom),
                workingDirectory: FilePath(folder), platformOptions: options, input: .none, output: .sequence,
                error: .sequence
            ) { execution in
                try await Self.follow(
                    execution.standardOutput, execution.standardError, until: deadline,
                    of: execution.processIdentifier.value)
            }
            let followed = result.closureResult
            if followed.isLate { throw QueryFailure.late(seconds) }
            if followed.isLong { throw EngineAnswer.tooLarge }
            return Outcome(
                isDone: result.terminationStatus == .exited(0), output: followed.output,
                said: String(decoding: followed.said, as: UTF8.self))
        } catch let failure as QueryFailure {
            throw failure
        } catch {
            throw QueryFailure("the client ‘\(path)’ cannot be run: \(QueryFailure.said("\(error)"))")
        }
    }

    /// What a program wrote and said until its end, or until it was ended.
    private struct Followed: Sendable {
        var output: [UInt8] = []
        var said: [UInt8] = []
        var isLate = false
        var isLong = false
    }

    private enum Event {
        case wrote([UInt8], isLong: Bool)
        case said([UInt8])
        case late
        case stopped
        case givenUp
    }

    /// How long the pipes of a program that was ended are waited for: what it started in another session may hold them.
    private static let grace = Duration.milliseconds(300)

    /// Reads what a program writes, and ends it where it takes too long or writes too much.
    private static func follow(
        _ written: SubprocessOutputSequence, _ spoken: SubprocessOutputSequence,
        until deadline: ContinuousClock.Instant,
        of group: pid_t
    ) async throws -> Followed {
        try await withThrowingTaskGroup(of: Event.self) { tasks in
            tasks.addTask {
                try? await Task.sleep(until: deadline, clock: .continuous)
                return Task.isCancelled ? .stopped : .late
            }
            tasks.addTask { .said(try await last(of: spoken)) }
            tasks.addTask { try await whole(written, of: group) }
            var followed = Followed()
            var open = 2
            while open > 0, let event = try await tasks.next() {
                switch event {
                case .wrote(let bytes, let isLong):
                    (followed.output, followed.isLong) = (bytes, isLong)
                    open -= 1
                case .said(let bytes):
                    followed.said = bytes
                    open -= 1
                case .late:
                    // It is ended here, once it is known to be late: its pipes close at once, and would be taken for its
                    // own end.
                    followed.isLate = true
                    end(group)
                    tasks.addTask {
                        try? await Task.sleep(for: grace)
                        return .givenUp
                    }
                case .givenUp: open = 0
                case .stopped: break
                }
            }
            tasks.cancelAll()
            return followed
        }
    }

    /// All that a program writes; it is ended where that is too much.
    private static func whole(_ sequence: SubprocessOutputSequence, of group: pid_t) async throws -> Event {
        var output: [UInt8] = []
        for try await buffer in sequence {
            buffer.withUnsafeBytes { output.append(contentsOf: $0) }
            if output.count > EngineAnswer.mostBytes {
                end(group)
                return .wrote([], isLong: true)
            }
        }
        return .wrote(output, isLong: false)
    }

    /// The last of what a program says, which may be much.
    private static func last(of sequence: SubprocessOutputSequence) async throws -> [UInt8] {
        var said: [UInt8] = []
        for try await buffer in sequence {
            buffer.withUnsafeBytes { said.append(contentsOf: $0) }
            if said.count > 1 << 17 { said.removeFirst(said.count - (1 << 16)) }
        }
        return said
    }
}

extension QueryFailure {
    static func late(_ seconds: Int) -> QueryFailure {
        QueryFailure(
            "the engine had not answered after \(seconds) seconds", expected: "a larger time_limit, or a faster query")
    }
}

/// Ends a program with all that it started.
private func end(_ group: pid_t) { _ = kill(-group, SIGKILL) }
