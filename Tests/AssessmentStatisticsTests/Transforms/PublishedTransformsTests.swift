import AssessmentStatistics
import Testing

/// COINr 1.1.14 on the column that each transformation was run on.
@Suite("COINr's transformations", .enabled(if: PublishedTable.isThere))
struct PublishedTransformsTests {
    @Test("Logarithms and Box–Cox at λ 2, 0 and ½")
    func transforms() throws {
        let data = try PublishedTable("methods/treat_input")
        let expected = try PublishedTable("methods/treat_transforms")
        let values = try data.numbers("lognorm")
        let negative = try data.numbers("neg_skew")
        let shifted = BoxCox.shiftedToOne(values)
        let cases: [(String, [Double]?)] = [
            ("log_CT", LogTransforms.rangeOffset(values)),
            ("log_CT_orig", LogTransforms.unitOffset(values)),
            ("log_CT_plus_negskew", LogTransforms.reflectedRangeOffset(negative)),
            ("boxcox_l2", BoxCox.transform(shifted, lambda: 2)),
            ("boxcox_l0", BoxCox.transform(shifted, lambda: 0)),
            ("boxcox_l05", BoxCox.transform(shifted, lambda: 0.5)),
        ]
        for (name, found) in cases {
            let found = try #require(found)
            #expect(found.count == 60)
            for (value, wanted) in zip(found, try expected.numbers(name)) {
                #expect(agree(value, wanted, within: 1e-13), "\(name)")
            }
        }
    }

    @Test(
        "Series filled along lines with constant ends",
        arguments: [("impute_panel_linear_constant", 5), ("impute_panel_linear_noEE", 4)])
    func series(file: String, count: Int) throws {
        let input = try PublishedTable("methods/impute_panel_input")
        let expected = try PublishedTable("methods/\(file)")
        let units = try expected.texts("uCode")
        #expect(Set(units).count == count)
        for variable in ["x", "y"] {
            for unit in Set(units) {
                let places = try input.texts("uCode").indices.filter { try input.texts("uCode")[$0] == unit }
                let known = try places.map { try input.numbers(variable)[$0] }.map { $0.isNaN ? nil : $0 }
                let times = try places.map { try input.numbers("Time")[$0] }
                let found = LinearInterpolation.filled(known, times: times)
                let rows = units.indices.filter { units[$0] == unit }
                #expect(rows.count == found.count)
                for (time, value) in zip(times, found) {
                    let row = try #require(try rows.first { try expected.numbers("Time")[$0] == time })
                    #expect(try agree(value, expected.numbers(variable)[row]), "\(unit) \(variable) \(time)")
                }
            }
        }
    }
}
