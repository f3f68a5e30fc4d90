internal import AssessmentCore

/// The operations of a plan in an order that needs little memory, and where its slots lie.
///
/// A measured column is loaded right before it is read first, what nothing wanted depends on is left out, and the memory of a
/// slot serves another one as soon as nothing reads it any more.
struct SparingOrder {
    /// The operations that are done, by their positions.
    let operations: [Int]
    let layout: Plan.Layout

    /// Orders the operations that some slots depend on, those that are wanted.
    init(_ plan: Plan, wanted: Set<Int>) {
        let reads = plan.operations.map { Plan.reads($0.work) ?? [] }
        let needed = SparingOrder.needed(wanted, reads)
        var order: [Int] = []
        var loaded: Set<Int> = []
        for index in plan.operations.indices where needed.contains(index) {
            if plan.operations[index].step.kind == .measure { continue }
            for slot in reads[index] where plan.operations[slot].step.kind == .measure {
                if loaded.insert(slot).inserted { order.append(slot) }
            }
            order.append(index)
        }
        // Measured columns that are wanted and that nothing reads.
        order += wanted.filter { plan.operations[$0].step.kind == .measure && !loaded.contains($0) }.sorted()
        operations = order
        layout = SparingOrder.layout(plan, order, reads)
    }

    /// The operations that some slots depend on, with their own. A slot is read by later operations alone.
    private static func needed(_ wanted: Set<Int>, _ reads: [[Int]]) -> Set<Int> {
        var needed = wanted
        for index in reads.indices.reversed() where needed.contains(index) { needed.formUnion(reads[index]) }
        return needed
    }

    private static func layout(_ plan: Plan, _ order: [Int], _ reads: [[Int]]) -> Plan.Layout {
        var lastReader: [Int: Int] = [:]
        for (position, index) in order.enumerated() {
            lastReader[index] = position
            for slot in reads[index] { lastReader[slot] = position }
        }
        // The family that reads a slot first, so that its children lie one behind another.
        var familyOfSlot: [Int: (operation: Int, child: Int)] = [:]
        for index in order {
            for (child, slot) in (plan.operations[index].work.family?.slots ?? []).enumerated()
            where familyOfSlot[slot] == nil {
                familyOfSlot[slot] = (index, child)
            }
        }
        var places = [Int](repeating: 0, count: plan.operations.count)
        var memory = Places()
        var startOfFamily: [Int: Int] = [:]
        for (position, index) in order.enumerated() {
            if let (operation, child) = familyOfSlot[index] {
                let count = plan.operations[operation].work.family?.slots.count ?? 1
                let start = startOfFamily[operation] ?? memory.take(count)
                startOfFamily[operation] = start
                places[index] = start + child
            } else {
                places[index] = memory.take(1)
            }
            for slot in Set(reads[index] + [index]) where lastReader[slot] == position { memory.giveBack(places[slot]) }
        }
        return Plan.Layout(places: places, count: memory.count)
    }

    /// The places of columns in memory, of which some are free.
    private struct Places {
        private var isFree: [Bool] = []
        var count: Int { isFree.count }

        /// Takes so many that lie one behind another.
        mutating func take(_ wanted: Int) -> Int {
            var start = 0
            while start < isFree.count {
                let run = isFree[start...].prefix(wanted)
                if let taken = run.lastIndex(of: false) {
                    start = taken + 1
                } else {
                    break
                }
            }
            for place in start..<start + wanted {
                if place < isFree.count { isFree[place] = false } else { isFree.append(false) }
            }
            return start
        }

        mutating func giveBack(_ place: Int) { isFree[place] = true }
    }
}
