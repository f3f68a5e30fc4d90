import Testing

@testable import AssessmentPipeline

@Suite("The complete block of ratings")
struct RatingBlockTests {
    private static func block(_ rows: String...) -> RatingBlock {
        RatingBlock(rows.map { $0.map { $0 == "x" } })
    }

    @Test("Where all is rated, all is compared")
    func whole() {
        let block = Self.block("xxx", "xxx")
        #expect(block.units == [0, 1] && block.assessors == [0, 1, 2])
    }

    @Test("Where a single rating lacks, its unit goes")
    func unit() {
        let block = Self.block("xxx", "x.x", "xxx", "xxx")
        #expect(block.units == [0, 2, 3] && block.assessors == [0, 1, 2])
    }

    @Test("An assessor who rated few units goes, not the units")
    func assessor() {
        let block = Self.block("xxx", "xx.", "xx.", "xx.")
        #expect(block.units == [0, 1, 2, 3] && block.assessors == [0, 1])
    }

    @Test("Where nobody rated what another did, fewer than two of either are left")
    func none() {
        let block = Self.block("x..", ".x.", "..x")
        #expect(block.units.count < 2 || block.assessors.count < 2)
        #expect(RatingBlock([]).units.isEmpty)
    }
}
