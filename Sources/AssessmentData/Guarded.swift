internal import Foundation

/// A value that one thread at a time reads or changes.
///
/// It is what `Mutex` is, by a lock that the thread sanitizer sees: it takes every use of the other for a race.
package final class Guarded<Value>: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Value

    package init(_ value: sending Value) { self.value = value }

    /// Does something with the value while no other thread can.
    package func withLock<Result>(_ work: (inout Value) throws -> Result) rethrows -> Result {
        try lock.withLock { try work(&value) }
    }
}
