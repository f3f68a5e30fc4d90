internal import AssessmentCore
internal import Foundation

/// A file of observations of townships: 100 variables in 10 years of each, the same bytes for the same number of rows.
struct Generator {
    private static let subjects = [
        "software", "telecommunications", "online_retail", "smart_home", "digital_health", "distance_learning",
        "mobile_payment", "cloud_service", "logistics", "digital_culture",
    ]
    private static let measures = [
        "revenue", "users", "value_added", "enterprises", "employees", "investment", "transactions", "patents",
        "coverage_rate", "satisfaction_index",
    ]
    private static let variables = subjects.flatMap { subject in measures.map { "\(subject)_\($0)" } }
    private static let years = 2011...2020

    /// The code of a township: its county, and a number within it.
    private static func code(_ unit: Int) -> String {
        String(340_000_000_000 + unit / 400 * 1_000_000 + unit % 400 * 1000 + 1)
    }

    /// The units that so many rows are of.
    static func units(rows: Int) -> UnitTable {
        UnitTable(
            (0...rows / 1000).map {
                AssessedUnit(code: code($0), name: BilingualText(same: code($0)), level: "township")
            })
    }

    /// Writes a file of so many rows; one in a hundred has no value and says why.
    static func write(rows: Int, to path: String) -> Bool {
        guard let file = fopen(path, "wb") else { return false }
        var random = SplitMix64(seed: 2018)
        var text = "unit,variable,period,value,status\n"
        var row = 0
        for unit in 0... where row < rows {
            let code = code(unit)
            for variable in variables {
                for year in years where row < rows {
                    row += 1
                    let number = random.next()
                    if number % 100 == 0 {
                        text += "\(code),\(variable),\(year),,not_submitted\n"
                    } else {
                        // From 0.0000 to 999999.9999, most of them small, as shares, counts and amounts are.
                        let value = (number >> 8) % [100_000, 10_000_000, 10_000_000_000][Int(number >> 4) % 3]
                        let fraction = String(value % 10_000 + 10_000).dropFirst()
                        text += "\(code),\(variable),\(year),\(value / 10_000).\(fraction),\n"
                    }
                }
            }
            if text.utf8.count > 1 << 20 || row == rows {
                let count = text.utf8.count
                let written = text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, file) }
                if written != count { return false }
                text = ""
            }
            if row == rows { break }
        }
        return fclose(file) == 0
    }
}
