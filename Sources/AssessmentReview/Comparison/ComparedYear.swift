public import AssessmentCore

/// A year that is compared with another one: its specification, the data that it was run on, and the period.
public struct ComparedYear: Sendable {
    /// The specification.
    public let specification: Specification
    /// Everything that it may name.
    public let catalogue: Catalogue
    /// The data as they were read.
    public let data: CollectedData
    /// The period, which the specification assesses or holds as history.
    public let period: Period

    /// Creates a year.
    public init(specification: Specification, catalogue: Catalogue, data: CollectedData, period: Period) {
        self.specification = specification
        self.catalogue = catalogue
        self.data = data
        self.period = period
    }
}

extension CollectedData {
    /// The data as if everything had happened so many years later: the periods of observations, the days on which units are
    /// in force, register entries recognised and progress reported, the years of ratings and decisions. Targets stay, since
    /// they belong to the method.
    func shifted(byYears years: Int) -> CollectedData {
        guard years != 0 else { return self }
        var data = self
        data.variables = [:]
        data.parts = nil
        data.observations = Observations(
            observations.lazy.map { observation in
                let period = Period(year: observation.period.year + years)
                if let value = observation.value {
                    return Observation(
                        variable: observation.variable, unit: observation.unit, period: period, value: value,
                        origin: observation.origin)
                }
                return Observation(
                    variable: observation.variable, unit: observation.unit, period: period,
                    absent: observation.reason ?? .notSubmitted, origin: observation.origin)
            })
        data.units = UnitTable(
            units.units.map { unit in
                AssessedUnit(
                    code: unit.code, name: unit.name, level: unit.level, kind: unit.kind, parent: unit.parent,
                    validity: unit.validity.shifted(byYears: years), successor: unit.successor, classes: unit.classes,
                    groups: unit.groups)
            })
        data.registers = registers.mapValues { entries in
            entries.map { entry in
                var entry = entry
                entry.recognition = entry.recognition.shifted(byYears: years)
                return entry
            }
        }
        data.ratings = ratings.map { rating in
            var rating = rating
            rating.period = Period(year: rating.period.year + years)
            return rating
        }
        data.progress = progress.map { entry in
            var entry = entry
            entry.date = entry.date.shifted(byYears: years) ?? entry.date
            return entry
        }
        data.decisions = decisions.map { decision in
            var decision = decision
            decision.period = Period(year: decision.period.year + years)
            return decision
        }
        return data
    }
}

extension Validity {
    fileprivate func shifted(byYears years: Int) -> Validity {
        Validity(from: from.flatMap { $0.shifted(byYears: years) }, until: until.flatMap { $0.shifted(byYears: years) })
    }
}

extension CalendarDate {
    /// The same day so many years later; 29 February becomes the 28th where the year has none.
    fileprivate func shifted(byYears years: Int) -> CalendarDate? {
        CalendarDate(year: year + years, month: month, day: day)
            ?? CalendarDate(year: year + years, month: month, day: 28)
    }
}
