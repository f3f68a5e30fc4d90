internal import AssessmentCore

extension Plan.Layout {
    /// Lays the memory of slots so that the scores of the children of a node lie one behind another, as its aggregation reads
    /// them.
    init(_ operations: [Plan.Operation]) {
        var places = [Int?](repeating: nil, count: operations.count)
        var count = 0
        func place(_ slot: Int) {
            guard places[slot] == nil else { return }
            places[slot] = count
            count += 1
        }
        for operation in operations {
            for slot in operation.work.family?.slots ?? [] { place(slot) }
        }
        for slot in operations.indices { place(slot) }
        self.places = places.map { $0 ?? 0 }
        self.count = count
    }
}
