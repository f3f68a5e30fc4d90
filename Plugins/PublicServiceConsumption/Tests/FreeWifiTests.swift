import AssessmentCore
import Testing

@testable import PublicServiceConsumption

@Suite("Free wireless access in public places")
struct FreeWifiTests {
    @Test("The value rests on every venue that counted, and on no other")
    func evidence() throws {
        let entries = [
            venue("甲大厅", "government_hall", since: "2018-01-01"),
            venue("乙大厅", "government_hall", until: CalendarDate(year: 2020, month: 12, day: 31)),
            venue("甲园区", "industrial_park"),
        ]
        let measurement = try measure(entries)
        guard case .listed(let references) = measurement.evidence else {
            Issue.record("register entries are expected as evidence")
            return
        }
        #expect(
            references == [
                [
                    .registerEntry(register: "public_venues", position: 0),
                    .registerEntry(register: "public_venues", position: 2),
                ]
            ])
    }

    @Test(
        "A venue is connected on the last day of the period, not the day after",
        arguments: [("2020-12-31", 100.0), ("2021-01-01", 0.0), ("", 0.0)])
    func lastDay(since: String, expected: Double) throws {
        #expect(try measure([venue("甲大厅", "government_hall", since: since)]).column[0] == expected)
    }

    @Test("A listing that ends on the last day no longer counts; one that begins on it does")
    func listing() throws {
        let lastDay = CalendarDate(year: 2020, month: 12, day: 31)
        let ended = venue("甲大厅", "government_hall", since: "2018-01-01", until: lastDay)
        #expect(try measure([ended]).column.reasons[0] == .notApplicable)
        var begun = venue("乙大厅", "government_hall", since: "2018-01-01")
        begun.recognition = Validity(from: lastDay)
        #expect(try measure([begun]).column[0] == 100)
    }

    @Test("A class without a venue is passed over and named; a complete one is not mentioned")
    func notes() throws {
        let column = try measure([
            venue("甲大厅", "government_hall", since: "2018-01-01"), venue("甲街", "shopping_street"),
            venue("甲景区", "scenic_area", since: "2018-01-01"),
        ]).column
        #expect(column[0] == 0)
        #expect(column.notes[0]?.zh == "最低类别：商业街区，1处中0处已开通；名录中没有的类别：产业园区")
        #expect(column.notes[0]?.en == "least covered: shopping streets, 0 of 1; no venue listed: industrial parks")
    }

    @Test("Where all four classes are complete there is nothing to remark")
    func complete() throws {
        let entries = VenueClass.allCases.map { venue("甲", $0.rawValue, since: "2019-01-01") }
        let column = try measure(entries).column
        #expect(column[0] == 100)
        #expect(column.notes[0] == nil)
    }

    @Test("A venue that is listed twice counts once, and the repetition is noted")
    func repeats() throws {
        let entries = [
            venue("甲街", "shopping_street", since: "2018-01-01"), venue("甲街", "shopping_street"),
            venue("乙街", "shopping_street"),
        ]
        let column = try measure(entries, FreeWifiVenues.indicator).column
        #expect(column[0] == 50)
        #expect(column.notes[0]?.zh == "1条重复列入未另计")
    }

    @Test("Venues of the same name in two districts are two venues of their city")
    func districts() throws {
        let city = AssessedUnit(code: "349900", name: BilingualText(same: "甲市"), level: "city")
        let districts = ["349902", "349903"].map {
            AssessedUnit(code: $0, name: BilingualText(same: $0), level: "county", parent: city.code)
        }
        let entries = [
            venue("政务服务中心", "government_hall", since: "2018-01-01", unit: "349902"),
            venue("政务服务中心", "government_hall", unit: "349903"),
        ]
        let data = MeasurementData(
            panel: Panel(units: [city] + districts, periods: [Period(year: 2020)]),
            units: UnitTable([city] + districts), registers: [PublicVenue.register.id: entries])
        #expect(try FreeWifiVenues.indicator.measure(data).column.values == [50, 100, 0])
    }

    @Test("Without a register nothing was collected; with an empty one nobody is concerned")
    func noRegister() throws {
        let data = MeasurementData(
            panel: Panel(units: [IndicatorExample.unit], periods: [Period(year: 2020)]),
            units: UnitTable([IndicatorExample.unit]))
        #expect(try FreeWifiClasses.indicator.measure(data).column.reasons[0] == .notCollected)
        #expect(try measure([]).column.reasons[0] == .notApplicable)
    }

    @Test("Every date and class that cannot be read is named with its file and row")
    func faults() throws {
        let entries = [
            venue("甲大厅", "government_hall", since: "2019/6/30", row: 2),
            venue("乙大厅", "government_hall", since: "2019-06-30", row: 3),
            venue("甲街", "shoping_street", row: 4),
        ]
        let error = try #require(throws: IndicatorError.self) { try measure(entries) }
        #expect(
            error.description == """
                public.free_wifi_classes: the register public_venues cannot be read
                venues.csv, row 2, ‘甲大厅’: wifi_since is ‘2019/6/30’; expected a date such as 2019-06-30, or nothing \
                where there is no free Wi-Fi yet
                venues.csv, row 4, ‘甲街’: class is ‘shoping_street’; expected one of government_hall, shopping_street, \
                scenic_area, industrial_park; did you mean ‘shopping_street’?
                """)
    }

    private func measure(
        _ entries: [RegisterEntry], _ indicator: VenueWifiIndicator = FreeWifiClasses.indicator
    ) throws -> IndicatorMeasurement {
        let example = IndicatorExample(
            BilingualText(same: "test"), registers: [PublicVenue.register.id: entries], expected: [])
        return try indicator.measure(example.data(for: indicator.description))
    }

    private func venue(
        _ name: String, _ venueClass: String, since: String = "", until: CalendarDate? = nil,
        unit: String = IndicatorExample.unit.code, row: Int = 2
    ) -> RegisterEntry {
        RegisterEntry(
            unit: unit, name: name, recognition: Validity(until: until),
            fields: ["class": venueClass, "wifi_since": since],
            origin: Origin(file: "venues.csv", row: row, column: "name"))
    }
}
