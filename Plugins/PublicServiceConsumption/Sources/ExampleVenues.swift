import AssessmentCore

extension RegisterEntry {
    /// An invented venue of the unit of examples, at a row of an invented file.
    static func venue(
        _ name: String, _ venueClass: VenueClass, wifiSince: String = "", listed: Validity = Validity(), row: Int
    ) -> RegisterEntry {
        RegisterEntry(
            unit: IndicatorExample.unit.code, name: name, recognition: listed,
            fields: ["class": venueClass.rawValue, "wifi_since": wifiSince],
            origin: Origin(file: "public_venues.csv", row: row, column: "name"))
    }

    /// Two halls, four streets, a scenic area and a park; one street has no free wireless access.
    static let venuesWithOneGap = [
        venue("甲政务服务中心", .governmentHall, wifiSince: "2018-05-01", row: 2),
        venue("乙政务服务中心", .governmentHall, wifiSince: "2019-03-15", row: 3),
        venue("甲步行街", .shoppingStreet, wifiSince: "2018-10-01", row: 4),
        venue("乙步行街", .shoppingStreet, wifiSince: "2019-09-01", row: 5),
        venue("丙步行街", .shoppingStreet, wifiSince: "2020-12-31", row: 6),
        venue("丁步行街", .shoppingStreet, row: 7),
        venue("甲景区", .scenicArea, wifiSince: "2017-07-01", row: 8),
        venue("甲产业园", .industrialPark, wifiSince: "2020-06-30", row: 9),
    ]
}
