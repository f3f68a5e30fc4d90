internal import AssessmentArchive
internal import AssessmentCore
internal import Foundation

extension Timestamp {
    /// The present moment: the command line is the one place that looks at a clock.
    static var now: Timestamp {
        get throws {
            // Years of five digits are not known to the calendar of this program.
            guard let now = Timestamp(Date().ISO8601Format()) else {
                throw ArchiveFailure(.unfit, "the clock of this machine is wrong: it shows \(Date().ISO8601Format())")
            }
            return now
        }
    }
}

extension CalendarDate {
    /// The present day where this machine stands.
    static var today: CalendarDate {
        get throws {
            let shown = Date().formatted(Date.ISO8601FormatStyle(timeZone: .current).year().month().day())
            guard let today = CalendarDate(shown) else {
                throw ArchiveFailure(.unfit, "the clock of this machine is wrong: it shows \(shown)")
            }
            return today
        }
    }
}
