internal import Dispatch
internal import Foundation
internal import Synchronization

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
            // Each thread takes the next place when it is done with one, so that no two write to one and none is idle.
            let next = Atomic(0)
            DispatchQueue.concurrentPerform(iterations: threads) { _ in
                while true {
                    let place = next.add(1, ordering: .relaxed).oldValue
                    guard place < count else { break }
                    places.initializeElement(at: place, to: compute(place))
                }
            }
            initialised = count
        }
    }
}
