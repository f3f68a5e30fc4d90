import AssessmentCore
import NewProductConsumption
import Testing

@Suite("The breadth of categories")
struct CategoryBreadthTests {
    let units = [
        IndicatorExample.unit,
        AssessedUnit(code: "340200", name: BilingualText(zh: "芜湖市", en: "Wuhu City"), level: "city"),
    ]

    private func measure(_ id: String, _ entries: [RegisterEntry]?) async throws -> IndicatorMeasurement {
        let indicator = try #require(NewProductConsumption().indicators.first { $0.description.id == id })
        return try await indicator.measure(
            MeasurementData(
                panel: Panel(units: units, periods: [Period(year: 2020)]), units: UnitTable(units),
                registers: entries.map { ["innovative_products": $0] } ?? [:]))
    }

    private func product(
        _ name: String, _ category: String, code: String = "91340100MA00000151", unit: String = "340100",
        until: String? = nil
    ) -> RegisterEntry {
        RegisterEntry(
            unit: unit, name: name, organisationCode: code,
            recognition: Validity(from: CalendarDate("2018-01-01"), until: until.flatMap { CalendarDate($0) }),
            fields: ["category": category], origin: Origin(file: "products.csv", row: 2, column: "name"))
    }

    @Test("All eleven categories make 100 per cent, in the unit that has them")
    func allCategories() async throws {
        let entries = ProductCategory.allCases.map { product("产品 \($0.rawValue)", $0.rawValue) }
        #expect(try await measure("product.category_breadth", entries).column.values == [100, 0])
    }

    @Test("It is the number of categories whose own count is above zero")
    func agreesWithCounts() async throws {
        let entries = [
            product("甲", "wearable"), product("甲", "augmented_reality"), product("乙", "wearable"),
            product("丙", "service_robot", unit: "340200"), product("丁", "other", unit: "340200"),
        ]
        let breadth = try await measure("product.category_breadth", entries).column
        for row in units.indices {
            var present = 0
            for category in ProductCategory.allCases {
                let count = try await measure("product.\(category.rawValue)", entries).column[row]
                if count ?? 0 > 0 { present += 1 }
            }
            #expect(breadth[row] == 100 * Double(present) / 11)
        }
        #expect(breadth.values == [200.0 / 11, 100.0 / 11])
    }

    @Test("Its evidence lists the entries that are counted, and no others")
    func evidence() async throws {
        let entries = [
            product("甲", "digital_home"), product("乙", "home_appliance", until: "2020-12-31"),
            product("丙", "other"), product("丁", "virtual_reality"),
        ]
        let measurement = try await measure("product.category_breadth", entries)
        guard case .listed(let references) = measurement.evidence else {
            Issue.record("the evidence of the breadth is its entries")
            return
        }
        #expect(
            references == [
                [
                    .registerEntry(register: "innovative_products", position: 0),
                    .registerEntry(register: "innovative_products", position: 3),
                ],
                [],
            ])
    }

    @Test("A category whose only product has a wrong credit code is not present, and a note says so")
    func wrongCode() async throws {
        let column = try await measure(
            "product.category_breadth", [product("甲", "connected_vehicle", code: "91340100MA00000150")]
        ).column
        #expect(column.values == [0, 0])
        #expect(column.notes[0]?.en.contains("wrong credit code") == true)
        #expect(column.notes[1] == nil)
    }

    @Test("Without the register it is missing, not zero")
    func noRegister() async throws {
        #expect(try await measure("product.category_breadth", nil).column.reasons == [.notCollected, .notCollected])
    }

    @Test("An empty register gives zero")
    func emptyRegister() async throws {
        #expect(try await measure("product.category_breadth", []).column.values == [0, 0])
    }
}
