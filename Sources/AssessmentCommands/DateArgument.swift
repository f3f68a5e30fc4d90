public import ArgumentParser
public import AssessmentCore

extension CalendarDate: ExpressibleByArgument {
    /// Reads a day as it is written on the command line, such as 2020-12-31.
    public init?(argument: String) { self.init(argument) }
}
