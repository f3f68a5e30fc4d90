import AssessmentCore
import Testing

/// One city, an indicator of two variables and its pillar, worked by hand: 30 of 40 is 75 %, against a target of 80 %
/// 93.75, rounded to one decimal 93.8.
@Suite("Traces from a grade to the cells read")
struct TraceTests {
    private static let (part, whole) = (Sample.variable("part"), Sample.variable("whole"))

    private func assessment() throws -> CompletedAssessment {
        let panel = Panel(units: [Sample.unit("340100")], periods: Sample.periods(2020...2020))
        let formula = Formula.share(Self.part, of: Self.whole)
        let indicator = FormulaIndicator(
            Sample.indicator(
                "sample.share", variables: [Self.part, Self.whole],
                parameters: [Parameter("mode", BilingualText(zh: "方式", en: "mode"), .text(), default: .text("all"))]),
            formula: formula)
        let form = ClosedForm(
            formula: SampleEvaluator().formula(direction: .higherIsBetter, parameters: ParameterValues()),
            inputs: ["value": .live(), "target": .column([80]), "full": .number(100)])
        var resolved = Column(count: 1, absent: .notSubmitted)
        resolved.impute(0, because: .notSubmitted, at: 0)
        let bands = [GradeBand(atLeast: 90, name: BilingualText(zh: "优秀", en: "Excellent"))]
        let entries = [
            entry("share", .measure, 75, .measured(indicator: "sample.share", evidence: .formula(formula))),
            entry(
                "share", .evaluate, 93.75,
                .applied(method: "sample_share", parameters: ParameterValues(), closedForm: form, remarks: [])),
            entry("share", .missing, 93.75, .resolved([:])),
            Ledger.Entry(node: "late", step: .missing, column: resolved, detail: .resolved([0: .zero])),
            entry(
                "root", .aggregate, 93.75,
                .aggregated(
                    Ledger.Aggregated(
                        method: "sample_mean",
                        closedForm: ClosedForm(
                            formula: .input("scale") * SampleMean().formula(parameters: ParameterValues()),
                            inputs: ["scale": .number(1)]),
                        weighting: "given", children: ["share"], directions: [.higherIsBetter],
                        weights: Ledger.WeightTable(sets: [FittedWeights([3])])))),
            entry("root", .round, 93.8, .rounded(decimals: 1)),
            entry("root", .rank, 1, .ranked(tolerance: 0, groupSizes: [1], tieBreaks: [])),
            entry("root", .grade, 0, .graded(bands)),
        ]
        let observations = [(Self.part, 30.0, 2), (Self.whole, 40, 3)].map {
            Observation(
                variable: $0.id, unit: "340100", period: Sample.period(2020), value: $1, origin: Sample.origin($2))
        }
        let node = { (id: String, children: [FrameworkNode]) in
            FrameworkNode(id: id, name: BilingualText(zh: "节点\(id)", en: "Node \(id)"), steps: [], children: children)
        }
        return CompletedAssessment(
            specification: Specification(
                id: "s", kind: .review, title: BilingualText(same: "s"), period: Sample.period(2020),
                units: UnitSelection(file: "", levels: [], inForceOn: CalendarDate("2020-12-31")),
                plugins: [], framework: node("root", [node("share", []), node("late", [])])),
            catalogue: try Catalogue(
                plugins: [
                    SamplePlugin(indicators: [indicator], evaluators: [SampleEvaluator()], aggregations: [SampleMean()])
                ],
                providers: []),
            data: CollectedData(
                units: UnitTable(panel.units), observations: observations,
                variables: [
                    "part": CollectedVariable(
                        column: Column(measured: [30]), observations: ObservationsBehind([0: [0]])),
                    "whole": CollectedVariable(
                        column: Column(measured: [40]), observations: ObservationsBehind([0: [1]])),
                ]),
            peerGroupOfUnit: [0], ledger: Ledger(panel: panel, entries: entries), coverage: [],
            manifest: Manifest(workbench: "1", platform: "p", plugins: [:], inputs: []))
    }

    private func entry(_ node: String, _ step: Step.Kind, _ number: Double, _ detail: Ledger.Detail) -> Ledger.Entry {
        Ledger.Entry(node: node, step: step, column: Column(measured: [number]), detail: detail)
    }

    @Test("The steps of the root read backwards, in English and in Chinese")
    func root() throws {
        let trace = try #require(try assessment().trace(of: "root", row: 0))
        #expect(trace.lines.map(\.step) == [.grade, .rank, .round, .aggregate])
        #expect(
            trace.lines.map(\.text.en) == [
                "grade: Excellent (93.8 ≥ 90)", "rank 1 of 1 in ‘All units’", "rounded to 1 decimals: 93.75 → 93.8",
                "Sample mean (given): 1 * (sum of (weight * score) / sum of (weight)) = 93.75",
            ])
        #expect(trace.lines.first?.text.zh == "等次：优秀（93.8 ≥ 90）")
        #expect(trace.lines.last?.text.zh.hasSuffix("：1 × (合计(权重 × 得分) ÷ 合计(权重)) = 93.75") == true)
        #expect(trace.lines.last?.workings.first?.en == "Node share: score 93.75, 100% of the weight here")
        #expect(trace.children.map(\.node) == ["share", "late"])
    }

    @Test("The indicator shows its formula with numbers, and the cells that these were read from")
    func indicator() throws {
        let trace = try #require(try assessment().trace(of: "share", row: 0))
        #expect(trace.lines.map(\.step) == [.evaluate, .measure])
        #expect(trace.lines.first?.workings.map(\.en) == ["full * (value / target)", "= 100 * (75 / 80) = 93.75"])
        #expect(trace.lines.first?.workings.map(\.zh) == ["full × (指标值 ÷ 目标值)", "= 100 × (75 ÷ 80) = 93.75"])
        let measured = try #require(trace.lines.last)
        #expect(measured.text == BilingualText(zh: "指标值：75 %", en: "value: 75 %"))
        #expect(
            measured.workings.map(\.en) == [
                "definition of sample.share", "100 * (Variable part / Variable whole)", "mode: all",
            ])
        #expect(measured.workings.last?.zh == "方式：all")
        #expect(measured.cells.map(\.value.en) == ["30 items", "40 items"])
        #expect(measured.cells.map(\.origin.row) == [2, 3])
        #expect(measured.cells.first?.label.zh == "变量part，单元340100，2020")
    }

    @Test("A missing score says what was missing and what was done")
    func missing() throws {
        let trace = try #require(try assessment().trace(of: "late", row: 0))
        #expect(trace.lines.map(\.text.en) == ["missing: not submitted, scores zero → 0"])
        #expect(trace.lines.map(\.text.zh) == ["缺失处理：未报送，计零分→0"])
    }

    @Test("A path leads from the root to a node; a node that is not there has neither path nor trace")
    func paths() throws {
        let assessment = try assessment()
        #expect(assessment.path(to: "late") == ["root", "late"])
        #expect(assessment.path(to: "other").isEmpty)
        #expect(assessment.trace(of: "other", row: 0) == nil)
    }

    @Test("A new manifest changes nothing else")
    func manifest() throws {
        let manifest = Manifest(workbench: "2", platform: "p", plugins: [:], inputs: [], results: "digest")
        let changed = try assessment().with(manifest)
        #expect(changed.manifest == manifest)
        #expect(try changed.trace(of: "root", row: 0) == assessment().trace(of: "root", row: 0))
    }

    @Test("Bytes of the ledger are kept with a manifest, and forgotten when what they tell of changes")
    func record() throws {
        let manifest = Manifest(workbench: "2", platform: "p", plugins: [:], inputs: [])
        #expect(try assessment().record == nil)
        let kept = try assessment().with(manifest, record: [1, 2])
        #expect(kept.with(manifest).shown(by: ReportTemplate()).record == [1, 2])
        var (named, emptied) = (kept, kept)
        named.specification.title = BilingualText(same: "other")
        emptied.ledger = Ledger(panel: emptied.ledger.panel, entries: [])
        #expect(named.record == nil)
        #expect(emptied.record == nil)
        #expect(kept.record == [1, 2])
    }
}
