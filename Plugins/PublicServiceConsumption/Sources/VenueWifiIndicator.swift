import AssessmentCore

/// How many listed venues of a class there are on a day, and how many of them have free wireless access.
struct VenueClassCoverage {
    let venueClass: VenueClass
    let listed: Int
    let connected: Int

    /// The share with free wireless access in per cent; nothing where no venue is listed.
    var percent: Double? {
        listed > 0 ? 100 * Double(connected) / Double(listed) : nil
    }
}

/// An indicator of free wireless access, read from the register of public places on the last day of each period.
///
/// A venue counts while its listing is valid, once however often it is listed: the first entry of a unit, a class and a
/// name stands for all. A unit without any listed venue is not concerned.
struct VenueWifiIndicator: Indicator {
    /// Forms the value and what is to be said about it; at least one class has a venue.
    typealias Summary = @Sendable (_ classes: [VenueClassCoverage]) -> (value: Double, notes: [BilingualText])

    let description: IndicatorDescription
    private let summarise: Summary

    init(_ description: IndicatorDescription, summarise: @escaping Summary) {
        self.description = description
        self.summarise = summarise
    }

    /// Measures the units that have a venue on the list.
    ///
    /// - Throws: ``IndicatorError`` naming every entry whose class or date cannot be read.
    func measure(_ data: MeasurementData) throws -> IndicatorMeasurement {
        let panel = data.panel
        var column = Column(count: panel.rowCount, absent: .notCollected)
        var references = [[IndicatorMeasurement.Reference]](repeating: [], count: panel.rowCount)
        guard let entries = data.entries(of: PublicVenue.register) else {
            return IndicatorMeasurement(column: column, evidence: .listed(references))
        }
        let venues = try PublicVenue.read(entries, for: description.id)
        for (index, period) in panel.periods.enumerated() {
            guard let day = period.lastDay else { continue }
            let valid = venues.filter { $0.entry.recognition.contains(day) }
            var venuesOfUnit = [[PublicVenue]](repeating: [], count: panel.units.count)
            for venue in valid {
                for unit in data.assessedUnits(holding: venue.entry.unit) { venuesOfUnit[unit].append(venue) }
            }
            for (own, row) in zip(venuesOfUnit, panel.rows(ofPeriodAt: index)) {
                guard !own.isEmpty else {
                    column.leaveOut(.notApplicable, note: Self.noVenue, at: row)
                    continue
                }
                let distinct = Self.withoutRepeats(own)
                let (value, notes) = summarise(Self.classes(of: distinct, on: day))
                let repeats = own.count - distinct.count
                let all = notes + (repeats > 0 ? [Self.repeated(repeats)] : [])
                column.measure(value, note: Self.joined(all), at: row)
                references[row] = distinct.map {
                    .registerEntry(register: PublicVenue.register.id, position: $0.position)
                }
            }
        }
        return IndicatorMeasurement(column: column, evidence: .listed(references))
    }

    private static func withoutRepeats(_ venues: [PublicVenue]) -> [PublicVenue] {
        var seen: Set<[String]> = []
        return venues.filter { seen.insert([$0.entry.unit, $0.venueClass.rawValue, $0.entry.name]).inserted }
    }

    private static func classes(of venues: [PublicVenue], on day: CalendarDate) -> [VenueClassCoverage] {
        VenueClass.allCases.map { venueClass in
            let members = venues.filter { $0.venueClass == venueClass }
            return VenueClassCoverage(
                venueClass: venueClass, listed: members.count, connected: members.count { $0.hasWifi(on: day) })
        }
    }

    private static let noVenue = BilingualText(zh: "名录中没有场所", en: "no venue is listed")

    private static func repeated(_ count: Int) -> BilingualText {
        BilingualText(zh: "\(count)条重复列入未另计", en: "\(count) repeated entries not counted again")
    }

    private static func joined(_ notes: [BilingualText]) -> BilingualText? {
        notes.isEmpty
            ? nil
            : BilingualText(
                zh: notes.map(\.zh).joined(separator: "；"), en: notes.map(\.en).joined(separator: "; "))
    }
}
