internal import Dispatch
internal import Foundation

/// Work that is shared out to several threads.
enum Parallel {
    /// Computes so many results, in the order of their numbers whatever the number of threads.
    ///
    /// - Parameter threads: as many as the machine has processors where nothing is given.
    static func map<Result: Sendable>(
        _ count: Int, threads: Int? = nil, _ compute: @Sendable (Int) -> Result
    ) -> [Result] {
        let threads = max(1, min(count, threads ?? ProcessInfo.processInfo.activeProcessorCount))
        guard threads > 1 else { return (0..<count).map(compute) }
        return [Result](unsafeUninitializedCapacity: count) { buffer, initialised in
            nonisolated(unsafe) let places = buffer
            // Each thread takes every so-manieth place, so that no two write to one.
            DispatchQueue.concurrentPerform(iterations: threads) { thread in
                for place in stride(from: thread, to: count, by: threads) {
                    places.initializeElement(at: place, to: compute(place))
                }
            }
            initialised = count
        }
    }
}
