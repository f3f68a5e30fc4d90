/// Keeps labels beside each other from lying upon each other.
enum LabelSpread {
    /// Places as near to the wanted ones as can be, in the same order, none nearer than `distance` to the next and all
    /// between `low` and `high`, as long as there is room for that.
    static func places(wanted: [Double], distance: Double, low: Double, high: Double) -> [Double] {
        let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
        // Neighbours that collide are moved together, about the middle of what they want.
        var blocks: [(sum: Double, count: Int)] = []
        var done = 0
        for index in order {
            blocks.append((wanted[index] - Double(done) * distance, 1))
            done += 1
            while blocks.count > 1 {
                let last = blocks[blocks.count - 1]
                let before = blocks[blocks.count - 2]
                guard before.sum / Double(before.count) > last.sum / Double(last.count) else { break }
                blocks.removeLast(2)
                blocks.append((before.sum + last.sum, before.count + last.count))
            }
        }
        let room = max(0, high - low - Double(max(0, order.count - 1)) * distance)
        var places = wanted
        var position = 0
        for block in blocks {
            let base = min(max(block.sum / Double(block.count), low), low + room)
            for _ in 0..<block.count {
                places[order[position]] = base + Double(position) * distance
                position += 1
            }
        }
        return places
    }
}
