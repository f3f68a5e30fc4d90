import AssessmentCore

/// A venue on the register of major public places.
struct PublicVenue {
    /// Where it stands in the register.
    let position: Int
    /// The entry that it was read from.
    let entry: RegisterEntry
    /// Its class.
    let venueClass: VenueClass
    /// The day on which free wireless access became available, where it has.
    let wifiSince: CalendarDate?

    /// Whether free wireless access is available on a day.
    func hasWifi(on day: CalendarDate) -> Bool {
        wifiSince.map { $0 <= day } ?? false
    }
}

extension PublicVenue {
    private static let classField = "class"
    private static let wifiField = "wifi_since"

    /// The register of major public places in the urban areas.
    static let register = RegisterDescription(
        id: "public_venues",
        name: BilingualText(zh: "市区重要公共场所名录", en: "Major urban public places"),
        definition: BilingualText(
            zh: "各市公布的市区重要办事大厅、商业街区、旅游景点、产业园区；有效期为列入名录的期间，不要求统一社会信用代码",
            en:
                "The major government halls, shopping streets, scenic areas and industrial parks of the urban area that "
                + "the city has listed, valid while listed; no credit code is needed"),
        fields: [
            RegisterDescription.Field(
                id: classField, name: BilingualText(zh: "场所类别", en: "Class of venue"),
                accepted: VenueClass.allCases.map(\.rawValue),
                names: Dictionary(uniqueKeysWithValues: VenueClass.allCases.map { ($0.rawValue, $0.name) })),
            RegisterDescription.Field(
                id: wifiField,
                name: BilingualText(zh: "免费无线接入开通日期，未开通留空", en: "Free Wi-Fi since; empty if not yet"),
                isRequired: false),
        ],
        keptBy: BilingualText(zh: "市人民政府", en: "City government"))

    /// Reads the venues from their entries.
    ///
    /// - Throws: ``IndicatorError`` naming every entry whose class or date cannot be read.
    static func read(_ entries: [(position: Int, entry: RegisterEntry)], for indicator: String) throws -> [PublicVenue]
    {
        var venues: [PublicVenue] = []
        var faults: [String] = []
        for (position, entry) in entries {
            let classText = entry.fields[classField] ?? ""
            let dateText = entry.fields[wifiField] ?? ""
            let venueClass = VenueClass(rawValue: classText)
            let wifiSince = CalendarDate(dateText)
            if venueClass == nil { faults.append("\(place(of: entry)): \(classFault(classText))") }
            if wifiSince == nil, !dateText.isEmpty { faults.append("\(place(of: entry)): \(dateFault(dateText))") }
            if let venueClass {
                venues.append(
                    PublicVenue(position: position, entry: entry, venueClass: venueClass, wifiSince: wifiSince))
            }
        }
        guard faults.isEmpty else {
            throw IndicatorError(
                (["\(indicator): the register public_venues cannot be read"] + faults).joined(separator: "\n"))
        }
        return venues
    }

    private static func place(of entry: RegisterEntry) -> String {
        let sheet = entry.origin.sheet.map { ", sheet \($0)" } ?? ""
        return "\(entry.origin.file)\(sheet), row \(entry.origin.row), ‘\(entry.name)’"
    }

    private static func classFault(_ text: String) -> String {
        let accepted = VenueClass.allCases.map(\.rawValue)
        let suggestion = nearestMatch(to: text, among: accepted).map { "; did you mean ‘\($0)’?" } ?? ""
        return "class is ‘\(text)’; expected one of \(accepted.joined(separator: ", "))\(suggestion)"
    }

    private static func dateFault(_ text: String) -> String {
        "wifi_since is ‘\(text)’; expected a date such as 2019-06-30, or nothing where there is no free Wi-Fi yet"
    }
}
