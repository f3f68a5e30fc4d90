#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Our ends of the three pipes of a process: what it reads, what it answers, and what it says besides.
///
/// All three are served at once, so that a process that writes before it has read everything, or talks on its error
/// output, is never waited for in a circle. It is used by one thread at a time.
final class ProcessPipes {
    /// What came of waiting for a line.
    enum Outcome {
        case line([UInt8])
        /// The process closed its output; with what it had written of a line.
        case ended(unfinished: Int)
        /// The line is longer than allowed.
        case tooLong
        /// The time ran out.
        case timedOut(unfinished: Int)
    }

    private var input: Int32
    private var output: Int32
    private var errors: Int32
    private var received: [UInt8] = []
    private var searched = 0
    /// The last of what the process said on its error output.
    private(set) var said: [UInt8] = []

    private static let kept = 4096

    /// - Parameters: the ends of the pipes; they are closed with the value.
    init(input: Int32, output: Int32, errors: Int32) {
        (self.input, self.output, self.errors) = (input, output, errors)
        for descriptor in [input, output, errors] {
            _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        }
    }

    deinit { close() }

    /// Closes what is open.
    func close() {
        closeInput()
        for descriptor in [output, errors] where descriptor >= 0 { closeDescriptor(descriptor) }
        (output, errors) = (-1, -1)
    }

    /// Closes the input of the process, which then reads its end.
    func closeInput() {
        if input >= 0 { closeDescriptor(input) }
        input = -1
    }

    /// Whether the process has written more than was asked for.
    func hasUnread() -> Bool {
        receive()
        return !received.isEmpty
    }

    /// Sends a line and waits for one.
    ///
    /// - Parameter line: the line without its end; nothing is sent where there is none.
    func exchange(_ line: [UInt8]?, longest: Int, seconds: Double) -> Outcome {
        let outgoing = line.map { $0 + [UInt8(ascii: "\n")] } ?? []
        var sent = 0
        let end = ProcessPipes.now() + seconds
        while true {
            if let line = takeLine() { return .line(line) }
            if received.count > longest { return .tooLong }
            if output < 0 { return .ended(unfinished: received.count) }
            let left = end - ProcessPipes.now()
            guard left > 0 else { return .timedOut(unfinished: received.count) }
            var polled = [
                pollfd(fd: output, events: Int16(POLLIN), revents: 0),
                pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
                pollfd(fd: sent < outgoing.count ? input : -1, events: Int16(POLLOUT), revents: 0),
            ]
            let ready = poll(&polled, 3, Int32(min(left * 1000 + 1, 60_000)))
            if ready < 0, errno != EINTR { return .ended(unfinished: received.count) }
            guard ready > 0 else { continue }
            if polled[2].revents != 0 { send(outgoing, &sent) }
            if polled[1].revents != 0 { listen() }
            if polled[0].revents != 0 { receive() }
        }
    }

    private func takeLine() -> [UInt8]? {
        guard let end = received[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
            searched = received.count
            return nil
        }
        let line = Array(received[..<end])
        received.removeSubrange(...end)
        searched = 0
        return line
    }

    private func send(_ outgoing: [UInt8], _ sent: inout Int) {
        let count = withoutPipeSignal {
            outgoing.withUnsafeBytes { bytes in
                bytes.baseAddress.map { write(input, $0 + sent, bytes.count - sent) } ?? 0
            }
        }
        if count > 0 {
            sent += count
        } else if count < 0, errno != EAGAIN, errno != EINTR {
            // The process does not read any more; what it still wrote is read below, then its end.
            closeInput()
            sent = outgoing.count
        }
    }

    private func receive() {
        output = drain(output) { received.append(contentsOf: $0) }
    }

    private func listen() {
        errors = drain(errors) { bytes in
            said.append(contentsOf: bytes)
            if said.count > ProcessPipes.kept { said.removeFirst(said.count - ProcessPipes.kept) }
        }
    }

    /// Reads once; the descriptor, or -1 where its other end was closed.
    private func drain(_ descriptor: Int32, _ take: (UnsafeRawBufferPointer) -> Void) -> Int32 {
        guard descriptor >= 0 else { return descriptor }
        return withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
            let count = read(descriptor, buffer.baseAddress, buffer.count)
            if count > 0 {
                take(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
                closeDescriptor(descriptor)
                return -1
            }
            return descriptor
        }
    }

    /// Hears what the process says last, for a short while.
    func listenOut(seconds: Double) {
        let end = ProcessPipes.now() + seconds
        while errors >= 0 {
            let left = end - ProcessPipes.now()
            var polled = pollfd(fd: errors, events: Int16(POLLIN), revents: 0)
            guard left > 0, poll(&polled, 1, Int32(left * 1000) + 1) > 0 else { return }
            listen()
        }
    }

    /// Seconds on a clock that nobody sets.
    static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

private func closeDescriptor(_ descriptor: Int32) { _ = close(descriptor) }

/// Does something that may write into a pipe nobody reads, without the signal that would end this process.
private func withoutPipeSignal<Result>(_ body: () -> Result) -> Result {
    var (signals, former, pending) = (sigset_t(), sigset_t(), sigset_t())
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    sigpending(&pending)
    let wasPending = sigismember(&pending, SIGPIPE) == 1
    pthread_sigmask(SIG_BLOCK, &signals, &former)
    let result = body()
    let code = errno
    if !wasPending {
        var none = timespec()
        while sigtimedwait(&signals, nil, &none) == -1, errno == EINTR {}
    }
    pthread_sigmask(SIG_SETMASK, &former, nil)
    errno = code
    return result
}
