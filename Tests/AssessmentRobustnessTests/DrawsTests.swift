import AssessmentCore
import Testing

@testable import AssessmentRobustness

@Suite("Random and quasi-random numbers")
struct DrawsTests {
    @Test(
        "Philox gives the words of its authors' known answers",
        arguments: [
            (
                SIMD4<UInt32>(0, 0, 0, 0), SIMD2<UInt32>(0, 0),
                SIMD4<UInt32>(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)
            ),
            (
                SIMD4(repeating: UInt32.max), SIMD2(repeating: UInt32.max),
                SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)
            ),
            (
                SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344), SIMD2(0xa409_3822, 0x299f_31d0),
                SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1)
            ),
        ])
    func philox(counter: SIMD4<UInt32>, key: SIMD2<UInt32>, expected: SIMD4<UInt32>) {
        #expect(Philox.words(counter, key: key) == expected)
    }

    @Test("Sobol points in five dimensions are those of scipy.stats.qmc")
    func sobolPoints() {
        let expected: [(Int, [Double])] = [
            (0, [0, 0, 0, 0, 0]), (1, [0.5, 0.5, 0.5, 0.5, 0.5]), (2, [0.75, 0.25, 0.25, 0.25, 0.75]),
            (3, [0.25, 0.75, 0.75, 0.75, 0.25]), (4, [0.375, 0.375, 0.625, 0.875, 0.375]),
            (5, [0.875, 0.875, 0.125, 0.375, 0.875]), (11, [0.4375, 0.5625, 0.1875, 0.6875, 0.8125]),
            (13, [0.8125, 0.6875, 0.8125, 0.0625, 0.4375]),
        ]
        let sequence = SobolSequence(coordinates: 5)
        for (point, numbers) in expected {
            #expect((0..<5).map { Double(sequence.bits(UInt32(point), $0)) * 0x1p-32 } == numbers)
        }
    }

    @Test(
        "Sobol points in many dimensions are those of scipy.stats.qmc 1.17.1",
        arguments: [
            (1, 255, 0.5), (7, 100, 0.375), (511, 200, 0.892578125), (1023, 255, 0.8427734375),
            (777, 37, 0.3505859375),
        ])
    func sobolDimensions(point: Int, coordinate: Int, expected: Double) {
        let sequence = SobolSequence(coordinates: 256)
        #expect(Double(sequence.bits(UInt32(point), coordinate)) * 0x1p-32 == expected)
    }

    @Test("A number depends on the seed, the replication, the coordinate and the use alone")
    func counters() throws {
        let draws = try Draws(seed: 7)
        let number = draws.number(41, 3)
        _ = draws.number(1, 1)
        #expect(draws.number(41, 3) == number)
        let others = [
            draws.number(42, 3), draws.number(41, 4), draws.number(41, 3, .secondSample),
            try Draws(seed: 8).number(41, 3),
        ]
        #expect(!others.contains(number))
        let many = (0..<4000).map { draws.number($0, 0) }
        #expect(many.allSatisfy { $0 > 0 && $0 < 1 })
        // The mean of 4,000 uniform numbers has the standard error 0.0046.
        #expect(abs(many.reduce(0, +) / 4000 - 0.5) < 0.02)
    }

    @Test("A shifted Sobol sequence never gives zero or one, and refuses more coordinates than it has")
    func sobolDraws() throws {
        let draws = try Draws(seed: 3, sequence: .sobol, coordinates: 4)
        let numbers = (0..<64).flatMap { point in (0..<4).map { draws.number(point, $0) } }
        #expect(numbers.allSatisfy { $0 > 0 && $0 < 1 })
        // 64 points lie one in each sixty-fourth of an axis.
        for coordinate in 0..<4 {
            #expect(Set((0..<64).map { Int(draws.number($0, coordinate) * 64) }).count == 64)
        }
        #expect(throws: RobustnessError.self) { try Draws(seed: 3, sequence: .sobol, coordinates: 300) }
    }
}
