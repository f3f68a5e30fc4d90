import AssessmentCore
import Testing

@Suite("An indicator that reviewers rate")
struct RatedIndicatorTests {
    private static let period = Period(year: 2020)

    private static func source(
        _ id: String, _ kind: RatingSource.Kind = .others, _ combination: RatingCombination = .mean, least: Int = 1,
        absence: RatingSource.Absence = .renormalise
    ) -> RatingSource {
        RatingSource(
            id: id, name: BilingualText(zh: "来源\(id)", en: "Source \(id)"), kind: kind, combination: combination,
            least: least, absence: absence)
    }

    /// Self-report on 0–100 with weight 1, experts on 0–10 with weight 3, highest and lowest dropped.
    private static func indicator(
        ofOwnUnit absence: RatingSource.Absence = .renormalise, ofExperts: RatingSource.Absence = .missing
    ) -> RatedIndicator {
        let hundred = RatingScale(from: 0, to: 100)
        let item = RatingItem(
            id: "item", name: BilingualText(zh: "项", en: "Item"),
            parts: [
                RatingItem.Part("own", weight: 1, scale: hundred),
                RatingItem.Part("experts", weight: 3, scale: RatingScale(from: 0, to: 10)),
            ])
        let scheme = RatingScheme(
            sources: [
                source("own", .ownUnit, absence: absence),
                source("experts", .others, .trimmedEach(1), least: 3, absence: ofExperts),
            ], items: [item])
        return RatedIndicator("node", item: item, scheme: scheme)
    }

    private static func ratings(_ unit: String, own: Double?, experts: [Double]) -> [Rating] {
        (own.map { [("own", unit, $0)] } ?? [])
            .map { rating(unit, $0.0, $0.1, $0.2) }
            + experts.enumerated().map { rating(unit, "experts", "E\($0 + 1)", $1) }
    }

    private static func rating(_ unit: String, _ source: String, _ assessor: String, _ score: Double) -> Rating {
        Rating(
            item: "item", unit: unit, period: period, source: source, assessor: assessor, score: score,
            origin: Origin(file: "ratings.csv", row: Int(score) + 2, column: "score"))
    }

    private static func measured(_ indicator: RatedIndicator, _ ratings: [Rating]) -> IndicatorMeasurement {
        let units = ["a", "b", "c"].map {
            AssessedUnit(code: $0, name: BilingualText(zh: "单位\($0)", en: "Unit \($0)"), level: "city")
        }
        return indicator.measure(
            MeasurementData(
                panel: Panel(units: units, periods: [period]), units: UnitTable(units), ratings: ratings))
    }

    @Test("Scores become points, sources are combined by weight, and the evidence is every rating")
    func value() throws {
        let found = Self.measured(
            Self.indicator(), Self.ratings("a", own: 90, experts: [6, 9, 7, 2]))
        // Experts: 2 and 9 are dropped, (60 + 70) / 2 = 65; (1 × 90 + 3 × 65) / 4 = 71.25.
        #expect(found.column[0] == 71.25)
        #expect(found.column.states[0] == .measured)
        guard case .listed(let rows) = found.evidence else { throw Missing() }
        #expect(rows[0].count == 5 && rows[1].isEmpty)
        guard case .cell(let cell) = rows[0][1] else { throw Missing() }
        #expect(cell.label.en == "Source experts, E1, Unit a, 2020")
        #expect(cell.value.en == "6 (0–10)")
        #expect(cell.origin == Origin(file: "ratings.csv", row: 8, column: "score"))
    }

    @Test("A source without a result leaves its weight to others, or counts as zero, as the specification says")
    func absent() {
        let shared = Self.measured(
            Self.indicator(), Self.ratings("a", own: nil, experts: [6, 6, 6])
        ).column
        #expect(shared[0] == 60)
        #expect(shared.states[0] == .imputed && shared.reasons[0] == .notSubmitted)
        #expect(
            shared.notes[0]?.en == "Source own has 0 of at least 1 ratings: the other sources share its weight")
        let zero = Self.measured(
            Self.indicator(ofOwnUnit: .zero), Self.ratings("a", own: nil, experts: [6, 6, 6])
        ).column
        #expect(zero[0] == 45)
        // Two experts are fewer than three.
        let few = Self.measured(
            Self.indicator(ofExperts: .renormalise), Self.ratings("a", own: 80, experts: [6, 7])
        ).column
        #expect(few[0] == 80)
        #expect(few.states[0] == .imputed && few.reasons[0] == .tooMuchMissing)
    }

    @Test("What the unit holds back is told from what others left undone, and from what nobody rated")
    func reasons() {
        func reason(_ indicator: RatedIndicator, _ ratings: [Rating], row: Int = 0) -> Reason? {
            Self.measured(indicator, ratings).column.reasons[row]
        }
        let b = Self.ratings("b", own: 80, experts: [6, 7, 8])
        #expect(
            reason(Self.indicator(ofOwnUnit: .missing), Self.ratings("a", own: nil, experts: [1, 2, 3]))
                == .notSubmitted)
        #expect(reason(Self.indicator(), Self.ratings("a", own: 80, experts: [1, 2])) == .tooMuchMissing)
        // Nobody rated unit a, which is not its own doing, even where a withheld self-report is no points.
        #expect(reason(Self.indicator(ofOwnUnit: .zero), b) == .tooMuchMissing)
        #expect(reason(Self.indicator(), []) == .notCollected)
        #expect(reason(Self.indicator(), b, row: 1) == nil)
    }

    private struct Missing: Error {}
}
