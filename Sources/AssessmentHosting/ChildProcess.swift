internal import Foundation
internal import Subprocess
internal import Synchronization

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

/// A program that was started, in a session of its own; it and all that it started are ended with the value.
final class ChildProcess: Sendable {
    /// Its identifier, which stays its own until ``end()``.
    let identifier: pid_t
    /// The folder of its files, which its messages may name.
    let code: String
    /// A word in its environment by which what it started is known again.
    private let mark: String
    private let mayEnd: AsyncStream<Void>.Continuation
    private let task: Task<Void, any Error>
    private let isEnded = Mutex(false)

    private init(
        identifier: pid_t, code: String, mark: String, mayEnd: AsyncStream<Void>.Continuation,
        task: Task<Void, any Error>
    ) {
        self.code = code
        self.identifier = identifier
        self.mark = mark
        self.mayEnd = mayEnd
        self.task = task
    }

    deinit {
        // After its end its number may be another's.
        if !isEnded.withLock({ $0 }) { kill() }
        mayEnd.finish()
    }

    /// Starts a program.
    ///
    /// - Returns: the process with our ends of its pipes.
    /// - Throws: where it cannot be started.
    static func start(
        _ program: PluginProgram, limits: PluginLimits, isolation: PluginIsolation
    ) async throws -> (process: ChildProcess, pipes: ProcessPipes) {
        let mark = UUID().uuidString
        let pipes = try (FileDescriptor.pipe(), FileDescriptor.pipe(), FileDescriptor.pipe())
        let folder: ProgramFolder
        do {
            folder = try ProgramFolder(program)
        } catch {
            for pipe in [pipes.0, pipes.1, pipes.2] {
                try? pipe.readEnd.close()
                try? pipe.writeEnd.close()
            }
            throw error
        }
        let (input, output, errors) = pipes
        // Our ends must not stay open in another child.
        for end in [input.writeEnd, output.readEnd, errors.readEnd] {
            _ = fcntl(end.rawValue, F_SETFD, FD_CLOEXEC)
        }
        let own = ProcessPipes(
            input: input.writeEnd.rawValue, output: output.readEnd.rawValue, errors: errors.readEnd.rawValue)
        // The shell sets the limits and then becomes the program.
        let limited =
            ["/bin/sh", "-c", "ulimit -c 0; ulimit -v \(limits.mebibytes << 10); exec \"$@\"", "sh"]
            + folder.words(of: program)
        let command = isolation.command(limited, bindings: [(folder.code, false), (folder.work, true)])
        let environment = environment(folder, mark: mark)
        let (started, start) = AsyncThrowingStream<pid_t, any Error>.makeStream()
        let (ending, mayEnd) = AsyncStream<Void>.makeStream()
        let task = Task {
            defer { folder.remove() }
            var options = PlatformOptions()
            options.createSession = true
            do {
                _ = try await Subprocess.run(
                    .path(FilePath(command[0])), arguments: Arguments(Array(command.dropFirst())),
                    environment: .custom(environment), workingDirectory: FilePath(folder.work),
                    platformOptions: options,
                    input: .fileDescriptor(input.readEnd, closeAfterSpawningProcess: true),
                    output: .fileDescriptor(output.writeEnd, closeAfterSpawningProcess: true),
                    error: .fileDescriptor(errors.writeEnd, closeAfterSpawningProcess: true)
                ) { execution in
                    start.yield(execution.processIdentifier.value)
                    for await _ in ending {}
                    // The process has not been waited for, so that the number of its group is still its own.
                    end(group: execution.processIdentifier.value, mark: mark)
                }
            } catch {
                start.finish(throwing: error)
                throw error
            }
        }
        for try await identifier in started {
            return (
                ChildProcess(identifier: identifier, code: folder.code, mark: mark, mayEnd: mayEnd, task: task), own
            )
        }
        throw CancellationError()
    }

    /// The whole environment of a plug-in: where programs are found, and what keeps its results the same everywhere.
    private static func environment(_ folder: ProgramFolder, mark: String) -> [Environment.Key: String] {
        [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin",
            "HOME": folder.work, "TMPDIR": folder.work, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TZ": "UTC",
            "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", ChildProcess.markName: mark,
        ]
    }

    private static let markName: Environment.Key = "ASSESSMENT_PLUGIN"

    /// Ends the process with all that it started, and waits until it is gone and its folder is taken away.
    func end() async {
        isEnded.withLock { $0 = true }
        mayEnd.finish()
        _ = await task.result
    }

    /// Ends the process with all that it started, without waiting.
    func kill() { ChildProcess.end(group: identifier, mark: mark) }

    /// Ends a group of processes, and then those that left the group but carry the mark.
    private static func end(group: pid_t, mark: String) {
        _ = systemKill(-group, SIGKILL)
        #if os(Linux)
        let entry = Data("\(markName)=\(mark)".utf8)
        // One that is just being started may carry it only on a second look.
        for _ in 0..<3 {
            let carriers = processes(carrying: entry).filter { $0 != group }
            if carriers.isEmpty { return }
            for process in carriers { _ = systemKill(process, SIGKILL) }
        }
        #endif
    }

    private static func processes(carrying entry: Data) -> [pid_t] {
        let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.compactMap { pid_t($0) } ?? []
        return numbers.filter { process in
            guard let environment = FileManager.default.contents(atPath: "/proc/\(process)/environ") else {
                return false
            }
            return environment.split(separator: 0).contains(entry)
        }
    }

    /// How the process ended, in words; nothing where it still runs after a short while.
    func endInWords(wrapped: Bool) -> String? {
        for _ in 0..<100 {
            var information = siginfo_t()
            if waitid(P_PID, id_t(identifier), &information, WEXITED | WNOHANG | WNOWAIT) == 0,
                information.si_signo == SIGCHLD
            {
                #if os(Linux)
                let status = information._sifields._sigchld.si_status
                #else
                let status = information.si_status
                #endif
                let isSignal = information.si_code == Int32(CLD_KILLED) || information.si_code == Int32(CLD_DUMPED)
                // Behind bubblewrap, the end by a signal is told as a shell tells it.
                let signal = isSignal ? status : wrapped && status > 128 ? status - 128 : nil
                return signal.map { "it was ended by signal \($0) (\(String(cString: strsignal($0))))" }
                    ?? "it ended with exit code \(status)"
            }
            usleep(5000)
        }
        return nil
    }
}

private func systemKill(_ process: pid_t, _ signal: Int32) -> Int32 { kill(process, signal) }
