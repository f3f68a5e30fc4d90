import AssessmentStatistics
import Testing

@Suite("Linear interpolation in time")
struct LinearInterpolationTests {
    static let times = [2019.0, 2020, 2021, 2023, 2024]

    @Test(
        "Between known values on their line; at the ends as asked",
        arguments: [
            (LinearInterpolation.Ends.constant, [10, 10, 13, 19, 19]),
            (.linear, [7, 10, 13, 19, 22]),
            (.missing, [nil, 10, 13, 19, nil]),
        ] as [(LinearInterpolation.Ends, [Double?])])
    func ends(ends: LinearInterpolation.Ends, expected: [Double?]) {
        #expect(LinearInterpolation.filled([nil, 10, nil, 19, nil], times: Self.times, ends: ends) == expected)
    }

    @Test("Times may come in any order")
    func order() {
        let found = LinearInterpolation.filled([19, nil, nil, 10], times: [2023, 2021, 2024, 2020])
        #expect(found == [19, 13, 19, 10])
    }

    @Test("One known value stands for all; none stays none")
    func few() {
        #expect(LinearInterpolation.filled([nil, 4, nil], times: [1, 2, 3]) == [4, 4, 4])
        #expect(LinearInterpolation.filled([nil, 4, nil], times: [1, 2, 3], ends: .linear) == [4, 4, 4])
        #expect(LinearInterpolation.filled([nil, 4, nil], times: [1, 2, 3], ends: .missing) == [nil, 4, nil])
        #expect(LinearInterpolation.filled([nil, nil], times: [1, 2]) == [nil, nil])
        #expect(LinearInterpolation.filled([nil, 1], times: [1]) == [nil, 1])
        #expect(LinearInterpolation.filled([3, 4, nil], times: [1, 1, 2]) == [3, 4, nil])
    }
}
