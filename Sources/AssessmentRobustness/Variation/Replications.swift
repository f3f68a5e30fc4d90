internal import AssessmentCore
internal import AssessmentPipeline

/// Points of a design run one after another, on several threads.
///
/// Each thread takes points that follow each other, and what it notes is given back in their order, so that nothing
/// depends on how many threads there are.
struct Replications: Sendable {
    let design: MethodDesign
    /// The coordinates of a point.
    let point: @Sendable (Int) -> [Double]
    let count: Int
    private let run: VariantRun
    /// The variants that are done several points at a time.
    private let blocks: [VariantBlock?]
    private let variants: AssessmentVariants
    /// The variant of each point.
    private let variantOfPoint: [Int]
    private let varied: VariedSpecification
    private let settings: [VariedSpecification.Setting]

    /// The number of different settings of methods.
    var settingCount: Int { settings.count }
    /// The number of different operations, and of those that all settings consist of.
    var operationCounts: (different: Int, all: Int) { variants.operationCounts }

    /// The number of settings that are done several points at a time.
    var blockCount: Int { blocks.count { $0 != nil } }

    /// Compiles what the points need.
    ///
    /// - Throws: ``RobustnessError`` with the first replication whose setting cannot be compiled or run.
    init(
        _ varied: VariedSpecification, _ design: MethodDesign, measured: MeasuredAssessment, count: Int,
        point: @escaping @Sendable (Int) -> [Double]
    ) async throws {
        (self.design, self.varied, self.count, self.point) = (design, varied, count, point)
        var known: [VariedSpecification.Setting: Int] = [:]
        var settings: [VariedSpecification.Setting] = []
        var firstPoint: [Int] = []
        // Where weights alone vary, the points need not be known yet.
        let none: VariedSpecification.Setting? = design.hasSettings ? nil : []
        variantOfPoint = (0..<count).map { index in
            let setting = none ?? design.setting(point(index))
            if let place = known[setting] { return place }
            known[setting] = settings.count
            settings.append(setting)
            firstPoint.append(index)
            return settings.count - 1
        }
        self.settings = settings
        do {
            var (frameworks, specifications) = (VariedFrameworks(varied), [Specification]())
            for (index, setting) in settings.enumerated() {
                do {
                    specifications.append(try frameworks.specification(of: setting))
                } catch {
                    throw Replications.failure(firstPoint[index], varied.words(of: setting), "\(error)")
                }
            }
            variants = try await AssessmentVariants(specifications, catalogue: varied.catalogue, measured: measured)
            var prepared = try VariantRun(variants, weightsBelow: design.parents)
            let rows = variants.panel.rows(ofPeriodAt: variants.panel.periods.count - 1)
            var blocks: [VariantBlock?] = []
            for (variant, setting) in settings.enumerated() {
                do {
                    blocks.append(try prepared.block(of: variant, rows: rows, capacity: Replications.blockSize))
                } catch {
                    throw Replications.failure(firstPoint[variant], varied.words(of: setting), "\(error)")
                }
            }
            (run, self.blocks) = (prepared, blocks)
        } catch let failure as AssessmentVariants.Failure {
            throw Replications.failure(
                firstPoint[failure.variant], varied.words(of: settings[failure.variant]), "\(failure.cause)")
        }
    }

    /// Refuses methods that fail on a value: a rule on missing scores would make up for that without anyone being told.
    ///
    /// - Parameter given: the run of the methods as given.
    /// - Throws: ``RobustnessError`` with the first indicator that some setting leaves without a score for want of a result, and
    ///   the methods as given do not.
    func checkScores(against given: VariantRun) throws {
        let leaves = varied.specification.framework.subtree.filter { $0.measure != nil }
        for (variant, setting) in settings.enumerated() {
            for leaf in leaves {
                let failed = run.failedRows(of: leaf.id, in: variant)
                if failed.isEmpty { continue }
                let before = given.failedRows(of: leaf.id, in: 0)
                if let row = failed.first(where: { !before.contains($0) }) {
                    let (unit, period) = (variants.panel.unit(ofRow: row), variants.panel.period(ofRow: row))
                    throw Replications.failure(
                        variantOfPoint.firstIndex(of: variant) ?? 0, varied.words(of: setting),
                        "\(leaf.id) of \(unit.code) \(unit.name.zh) in \(period) gets no score, which the methods as given score; "
                            + "expected methods that hold for every value")
                }
            }
        }
    }

    /// How many problems of a replication are told: those of one setting are often alike.
    private static let shownProblems = 4

    private static func failure(_ replication: Int, _ setting: String, _ cause: String) -> RobustnessError {
        let lines = cause.split(separator: "\n")
        let shown = lines.prefix(Replications.shownProblems).joined(separator: "\n")
        let more =
            lines.count > Replications.shownProblems ? "\n… and \(lines.count - Replications.shownProblems) more" : ""
        let hint =
            cause.contains("has no score")
            ? "\nMethods that vary must hold for every score in every period: a geometric mean, for one, needs scores above zero, "
                + "which min_max gives with ‘low’ above zero" : ""
        return RobustnessError(
            "replication \(replication + 1) (\(setting)) cannot be computed:\n\(shown)\(more)\(hint)")
    }

    /// The rows of the assessed period, whose results are noted.
    private var rows: Range<Int> { variants.panel.rows(ofPeriodAt: variants.panel.periods.count - 1) }

    /// The scores and ranks of the assessed period at a point, one a unit; NaN and 0 where there are none.
    struct Outcome {
        let scores: ArraySlice<Double>
        let ranks: ArraySlice<Int32>
    }

    /// How many points of one setting are done at a time.
    private static let blockSize = 32
    /// How many points a thread holds the results of.
    private static let chunkSize = 512

    /// Runs one point alone.
    ///
    /// - Throws: ``RobustnessError`` with its cause.
    func replay(_ index: Int) throws -> (scores: [Double], ranks: [Int32]) {
        var memory = Memory(count: 1, units: rows.count)
        var run = self.run
        try replicate(index, &run, into: &memory, at: 0)
        return (memory.scores, memory.ranks)
    }

    /// Runs every point.
    ///
    /// - Parameters:
    ///   - start: what a thread begins its notes with.
    ///   - note: notes the results of a point.
    /// - Returns: the notes of each thread, in the order of the points.
    /// - Throws: ``RobustnessError`` with the first replication that fails, whatever the threads.
    func run<Notes: Sendable>(
        threads: Int, start: Notes, _ note: @escaping @Sendable (inout Notes, _ outcome: Outcome, _ point: Int) -> Void
    ) async throws -> [Notes] {
        try await Blocks(count, threads).map { share in
            var (run, notes, blocks) = (self.run, start, blocks)
            let units = rows.count
            var memory = Memory(count: min(Replications.chunkSize, share.count), units: units)
            var first = share.lowerBound
            while first < share.upperBound {
                let chunk = first..<min(first + Replications.chunkSize, share.upperBound)
                try fill(&memory, chunk, &run, &blocks)
                for index in chunk {
                    let own = (index - first) * units..<(index - first + 1) * units
                    note(&notes, Outcome(scores: memory.scores[own], ranks: memory.ranks[own]), index)
                }
                first = chunk.upperBound
            }
            return notes
        }
    }

    /// The results of some points that follow each other.
    private struct Memory {
        var scores: [Double]
        var ranks: [Int32]
        let units: Int

        init(count: Int, units: Int) {
            self.units = units
            scores = [Double](repeating: .nan, count: count * units)
            ranks = [Int32](repeating: 0, count: count * units)
        }

        mutating func note(_ place: Int, _ scores: ArraySlice<Double>, _ ranks: ArraySlice<Int32>) {
            let own = place * units..<(place + 1) * units
            self.scores.withUnsafeMutableBufferPointer { _ = $0[own].update(fromContentsOf: scores) }
            self.ranks.withUnsafeMutableBufferPointer { _ = $0[own].update(fromContentsOf: ranks) }
        }

        mutating func note(_ unit: Int, _ place: Int, _ score: Double, _ rank: Int32) {
            scores[place * units + unit] = score
            ranks[place * units + unit] = rank
        }
    }

    /// Runs the points of a chunk, those of one setting together where that can be.
    private func fill(
        _ memory: inout Memory, _ chunk: Range<Int>, _ run: inout VariantRun, _ blocks: inout [VariantBlock?]
    ) throws {
        var waiting = [[Int]](repeating: [], count: settings.count)
        var plain: [Int] = []
        for index in chunk {
            let variant = variantOfPoint[index]
            guard blocks[variant] != nil else {
                plain.append(index)
                continue
            }
            waiting[variant].append(index)
            if waiting[variant].count == Replications.blockSize {
                plain += replicate(waiting[variant], &blocks[variant], into: &memory, chunk.lowerBound)
                waiting[variant].removeAll(keepingCapacity: true)
            }
        }
        for variant in waiting.indices where !waiting[variant].isEmpty {
            plain += replicate(waiting[variant], &blocks[variant], into: &memory, chunk.lowerBound)
        }
        // In their order, so that the first one that fails is told.
        for index in plain.sorted() { try replicate(index, &run, into: &memory, at: index - chunk.lowerBound) }
    }

    /// Runs some points of one setting together; gives back those that have to be run plainly.
    private func replicate(
        _ points: [Int], _ block: inout VariantBlock?, into memory: inout Memory, _ first: Int
    ) -> [Int] {
        guard let families = block?.families else { return points }
        for (place, index) in points.enumerated() {
            let point = self.point(index)
            for (family, own) in families.enumerated() {
                guard let weights = design.weights(of: own, at: point) ?? own.weights else { return points }
                block?.put(weights, family: family, replication: place)
            }
        }
        guard block?.run(points.count) == true, let block else { return points }
        let (scores, units) = (block.scores, memory.units)
        for (place, index) in points.enumerated() {
            let start = scores.startIndex + place * units
            memory.note(
                index - first, scores[start..<start + units], block.ranks[place * units..<(place + 1) * units])
        }
        return []
    }

    private func replicate(
        _ index: Int, _ run: inout VariantRun, into memory: inout Memory, at place: Int
    ) throws {
        let variant = variantOfPoint[index]
        if !design.parents.isEmpty {
            let point = self.point(index)
            for family in variants.families(of: variant) {
                if let weights = design.weights(of: family, at: point) { run.exchange(weights, in: family) }
            }
        }
        do {
            try run.run(variant)
        } catch {
            throw Replications.failure(index, varied.words(of: settings[variant]), "\(error)")
        }
        for (unit, row) in rows.enumerated() {
            memory.note(unit, place, run.score(in: variant, row: row), run.rank(in: variant, row: row))
        }
    }
}

/// Numbers from zero on in blocks that follow each other, one a thread.
struct Blocks {
    private let blocks: [Range<Int>]

    init(_ count: Int, _ threads: Int) {
        let threads = max(1, min(threads, count))
        blocks = (0..<threads).map { count * $0 / threads..<count * ($0 + 1) / threads }
    }

    /// What becomes of each block, in their order.
    ///
    /// - Throws: what the first block that fails throws.
    func map<Result: Sendable>(_ work: @escaping @Sendable (Range<Int>) throws -> Result) async throws -> [Result] {
        let results = await withTaskGroup(of: (Int, Swift.Result<Result, any Error>).self) { group in
            for (place, block) in blocks.enumerated() {
                group.addTask { (place, Swift.Result { try work(block) }) }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        return try results.sorted { $0.0 < $1.0 }.map { try $0.1.get() }
    }
}
