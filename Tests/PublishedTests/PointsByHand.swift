/// The points of cities A to E at a node of Examples/scoring-rules, worked by hand from the rule and the figures in data/.
struct PointsByHand {
    /// The node.
    let id: String
    /// Its full marks.
    let marks: Double
    /// What each city earns of them.
    let points: [Double]

    /// Every node that carries a rule or more than one indicator.
    static let all: [PointsByHand] = {
        var all: [PointsByHand] = []
        func add(_ id: String, of marks: Double, _ points: [Double]) {
            all.append(PointsByHand(id: id, marks: marks, points: points))
        }
        func sum(_ points: Double...) -> Double { points.reduce(0, +) }

        // R1, W · min(A / T, 1): A has 55 of 50, B 40 of 40.
        add("r1.stations", of: 60, [60, 60, 60.0 * 54 / 60, 60.0 * 35 / 50, 60.0 * 40 / 80])
        // R1 of a burden, W · min(T / A, 1): A needs 8 of 10 days.
        add("r1.handling", of: 40, [40, 40.0 * 10 / 10, 40.0 * 10 / 12.5, 40.0 * 10 / 16, 40.0 * 10 / 20])
        add("r1", of: 100, [60 + 40, 60 + 40, 54 + 32, 42 + 25, 30 + 20])
        add("first_quarter", of: 15, [20, 16, 20, 10, 10].map { 15.0 * $0 / 20 })
        add("first_half", of: 25, [50, 50, 45, 40, 25].map { 25.0 * $0 / 50 })
        add("nine_months", of: 25, [75, 75, 75, 60, 45].map { 25.0 * $0 / 75 })
        add("whole_year", of: 35, [100, 100, 90, 80, 55].map { 35.0 * $0 / 100 })
        add(
            "quarters", of: 100,
            [15 + 25 + 25 + 35, 12 + 25 + 25 + 35, 15 + 22.5 + 25 + 31.5, 7.5 + 20 + 20 + 28, 7.5 + 12.5 + 15 + 19.25])
        // R2, 0.8 W and half a point for each per cent of the target of 100: A would have 40 + 25, and W is the cap.
        add("r2.sales", of: 50, [50, 40 + 0.5 * 15, 40 + 0.5 * 10, 40, 40 - 0.5 * 20])
        // R3, the best is B with 20.
        add("r3.patents", of: 50, [18, 20, 15, 8, 5].map { 50.0 * $0 / 20 })
        // R4, places 1, 2, 2, 4 and 5: B and C share the second.
        add("r4.literacy", of: 50, [1, 2, 2, 4, 5].map { 50 * (1 - 0.02 * ($0 - 1)) })
        // R5, 92, 90, 85, 70 and 55 per cent, in bands of 200 points.
        add("r5.deputies", of: 25, [200, 200, 190, 180, 160].map { 25.0 * $0 / 200 })
        // R5, 90, 92, 65, 55 and 40 per cent; of D 30 and of E 40 per cent of the votes are bad, that is a third or more.
        add("r5.residents", of: 25, [200, 200, 170, 160, 130].map { 25.0 * $0 / 200 })
        add("r5", of: 50, [25 + 25, 25 + 25, 23.75 + 21.25, 22.5 + 20, 20 + 16.25])
        // R6, (W · A / 50 + Σ adjustments) · k: A has full marks, beyond which 1.5 · (7 − 6) adds nothing.
        add(
            "r6.income", of: 100,
            [
                100, (100.0 * 45 / 50 + 1.5 * (8 - 6)) * 1, (100.0 * 40 / 50 + 1.5 * (8 - 6) - 2) * 1.1,
                (100.0 * 35 / 50 - 1.5 * (6 - 5)) * 1.2, 100.0 * 30 / 50 * 1.35,
            ])
        // R7, f from 80 to 100: E with 70 lies below.
        add("r7.share", of: 30, [20, 18, 10, 4, 0].map { 30.0 * $0 / 20 })
        // R7, W · c + f · W · (c⁺ − c) in grades of five: 20, 17.5, 12.5, 6 and −1.
        add(
            "r7.graded", of: 40,
            [40, 40 * 0.8 + 2.5 / 5 * 40 * 0.2, 40 * 0.6 + 2.5 / 5 * 40 * 0.2, 40 * 0.4 + 1.0 / 5 * 40 * 0.2, 0])
        // R7, 60 + 40 f from 70 to 100: 60 + 40 · 28 / 30 = 97.333…, 86.666… and 78.666…, with two decimals.
        add("r7.simple", of: 30, [100, 97.33, 86.67, 78.67, 60].map { 0.3 * $0 })
        // 27 + 36 + 29.199 = 92.199, 15 + 28 + 26.001 = 69.001 and 6 + 17.6 + 23.601 = 47.201, with one decimal.
        add("r7", of: 100, [30 + 40 + 30, 92.2, 69.0, 47.2, 0 + 0 + 18])
        // R8 against 100, with reports of 110, 110, 80, 90 and 60: A exceeds both, B the standard, C the report, D and E
        // neither.
        add(
            "r8.output", of: 100,
            [
                100 * (1 + 0.8 * (121.0 / 100 - 1) - 0.4 * (121.0 / 110 - 1)), 100 * (1 + 0.8 * (105.0 / 100 - 1)),
                100 * (90.0 / 100 - 0.4 * (90.0 / 80 - 1)), 100.0 * 80 / 100, 100.0 * 50 / 100,
            ])
        // 200 in five years, and 200 / 1.25 = 160 this year, which A exceeds.
        add("long_term", of: 30, [180, 160, 144, 112, 80].map { 30.0 * $0 / 200 })
        add("annual", of: 70, [70, 70.0 * 160 / 160, 70.0 * 144 / 160, 70.0 * 112 / 160, 70.0 * 80 / 160])
        add("two_targets", of: 100, [27 + 70, 24 + 70, 21.6 + 63, 16.8 + 49, 12 + 35])
        // R9, 0, 0, 6, 20 and 60 per cent short: 0, 0, 2 and 6 full steps of 3, and 20 of which 15 count.
        add("r9.visits", of: 50, [0, 0, 2, 6, 15].map { 50 * (100.0 - $0) / 100 })
        // R9, 0, −4, 8, 18 and 50 per cent over: 0, 0, 2 and 4 full steps of 4, and 12 of which 10 count.
        add("r9.duration", of: 50, [0, 0, 2, 4, 10].map { 50 * (100.0 - $0) / 100 })
        add("r9", of: 100, [50 + 50, 50 + 50, 49 + 49, 47 + 48, 42.5 + 45])
        // R10, 200, 140, 120, 90 and 60 per cent: the decision on A takes off 0.05 for each above 130.
        add("r10.products", of: 50, [50 - 0.05 * (200 - 130), 50, 50, 50.0 * 45 / 50, 50.0 * 30 / 50])
        // R10, two experts each out of 100: 90 and 96, 84 and 88, 78 and 82, 56 and 64, 50 and 58.
        add("r10.service", of: 50, [93, 86, 80, 60, 54].map { 50.0 * $0 / 100 })
        add("r10", of: 100, [46.5 + 46.5, 50 + 43, 50 + 40, 45 + 30, 30 + 27])
        // Of 10: A has none and C has not reported, D has 12.
        add("best_effort", of: 20, [0, 20.0 * 5 / 10, 0, 20, 20.0 * 2.5 / 10])
        // The twelve pillars in order and the best effort, of 1000.
        add(
            "total", of: 1000,
            [
                sum(100, 100, 50, 45, 50, 50, 100, 100, 112.8, 97, 100, 93, 0),
                sum(100, 97, 47.5, 50, 49, 50, 93, 92.2, 104, 94, 100, 93, 10),
                sum(86, 94, 45, 37.5, 49, 45, 89.1, 69, 85, 84.6, 98, 90, 0),
                sum(67, 75.5, 40, 20, 47, 42.5, 82.2, 47.2, 80, 65.8, 95, 75, 20),
                sum(50, 54.25, 30, 12.5, 46, 36.25, 81, 18, 50, 47, 87.5, 57, 5),
            ])
        return all
    }()
}
