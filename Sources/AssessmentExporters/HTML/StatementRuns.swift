/// Writes the numbers of statements shortly: `L1–L9, M1, M2` for eleven of them.
enum StatementRuns {
    /// The numbers, where a run of three or more that differ by one each is written by its ends.
    static func text(_ ids: [String]) -> String {
        var runs: [[String]] = []
        for id in ids {
            if let last = runs.last?.last, follows(last, id) {
                runs[runs.count - 1].append(id)
            } else {
                runs.append([id])
            }
        }
        return runs.map { run in
            guard let first = run.first, let last = run.last, run.count > 2 else { return run.joined(separator: ", ") }
            return "\(first)–\(last)"
        }.joined(separator: ", ")
    }

    private static func follows(_ earlier: String, _ later: String) -> Bool {
        let (left, right) = (parts(earlier), parts(later))
        guard left.prefix == right.prefix, let first = left.number, let second = right.number else { return false }
        return second == first + 1
    }

    private static func parts(_ id: String) -> (prefix: Substring, number: Int?) {
        let prefix = id.prefix { !$0.isNumber }
        return (prefix, Int(id.dropFirst(prefix.count)))
    }
}
