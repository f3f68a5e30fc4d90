internal import Dispatch
internal import Foundation
internal import Synchronization

/// Work that is shared out to several threads.
package enum Parallel {
    /// Computes so many results, in the order of their numbers whatever the number of threads; each takes the next one when it
    /// is done with one, since some take much longer than others.
    ///
    /// - Parameter threads: as many as the machine has processors where nothing is given.
    package static func map<Result: Sendable>(
        _ count: Int, threads: Int? = nil, _ compute: @Sendable (Int) -> Result
    ) -> [Result] {
        map(count, threads: threads, preparing: {}) { _, place in compute(place) }
    }

    /// Computes so many results, each thread from what it has prepared for itself.
    ///
    /// What threads only read they share at a cost: whoever passes a reference on counts it, and a count that two threads
    /// change is handed to and fro between processors.
    static func map<Own, Result: Sendable>(
        _ count: Int, threads: Int? = nil, preparing prepare: @Sendable () -> Own,
        _ compute: @Sendable (Own, Int) -> Result
    ) -> [Result] {
        guard count > 0 else { return [] }
        let threads = max(1, min(count, threads ?? ProcessInfo.processInfo.activeProcessorCount))
        return [Result](unsafeUninitializedCapacity: count) { buffer, initialised in
            nonisolated(unsafe) let places = buffer
            // Each thread takes the next place when it is done with one, so that no two write to one and none is idle.
            let next = Atomic(0)
            DispatchQueue.concurrentPerform(iterations: threads) { _ in
                let own = prepare()
                while true {
                    let place = next.add(1, ordering: .relaxed).oldValue
                    guard place < count else { break }
                    places.initializeElement(at: place, to: compute(own, place))
                }
            }
            initialised = count
        }
    }
}
