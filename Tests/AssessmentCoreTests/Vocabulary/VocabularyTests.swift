import AssessmentCore
import Testing

@Suite("Words that files and results share")
struct VocabularyTests {
    @Test("The words in files are those of the reference")
    func words() {
        #expect(Direction.allCases.map(\.rawValue) == ["higher_is_better", "lower_is_better"])
        #expect(Language.allCases.map(\.rawValue) == ["zh", "en"])
        #expect(
            CellState.allCases.map(\.rawValue) == ["measured", "imputed", "missing", "not_applicable", "failed"])
        #expect(PolicyStatement.Kind.allCases.map(\.rawValue) == ["service", "target", "milestone", "quality"])
        #expect(PolicyStatement.Strength.allCases.map(\.rawValue) == ["binding", "best_effort", "basic"])
    }

    @Test("Every reason has a name of its own in both languages, and leaves no value behind")
    func reasons() {
        #expect(Set(Reason.allCases.map(\.name.zh)).count == Reason.allCases.count)
        #expect(Set(Reason.allCases.map(\.name.en)).count == Reason.allCases.count)
        for reason in Reason.allCases {
            #expect(reason.state != .measured && reason.state != .imputed)
            #expect(!reason.name.en.isEmpty && !reason.name.zh.isEmpty)
        }
    }

    @Test(
        "What was withheld is missing, what nothing was asked of is not applicable, and what cannot be scored failed",
        arguments: [
            (Reason.notSubmitted, CellState.missing), (.falsified, .missing), (.zeroTarget, .notApplicable),
            (.zeroDenominator, .notApplicable), (.noTarget, .failed), (.outsideDomain, .failed),
        ])
    func states(reason: Reason, state: CellState) {
        #expect(reason.state == state)
    }

    @Test("A text has a rendering in each language")
    func bilingual() {
        let text = BilingualText(zh: "合肥市", en: "Hefei City")
        #expect(Language.allCases.map { text[$0] } == ["合肥市", "Hefei City"])
        #expect(BilingualText(same: "%") == BilingualText(zh: "%", en: "%"))
    }

    @Test("The shared denominators are counts and amounts, which merged units add up")
    func standardVariables() {
        let shared: [Variable] = [
            .residentPopulation, .grossRegionalProduct, .residentHouseholds, .ruralHouseholds,
            .administrativeVillages,
        ]
        #expect(shared.allSatisfy { $0.carrying == .sum })
        #expect(Set(shared.map(\.id)).count == shared.count)
        #expect(Variable.residentPopulation.unitOfMeasure == .tenThousandPersons)
        #expect(Variable.grossRegionalProduct.unitOfMeasure == .hundredMillionYuan)
    }

    @Test("Counts show no decimals and shares show two")
    func decimals() {
        #expect(UnitOfMeasure.count.decimals == 0)
        #expect(UnitOfMeasure.percent.decimals == 2)
    }
}
