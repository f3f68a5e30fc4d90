import AssessmentCore
import Testing

@Suite("The catalogue of what a specification may name")
struct CatalogueTests {
    @Test("Methods, indicators, variables and plug-ins are found by id")
    func lookup() throws {
        let variable = Sample.variable("pop")
        let catalogue = try Catalogue(
            plugins: [
                SamplePlugin(
                    indicators: [
                        FormulaIndicator(
                            Sample.indicator("sample.x", variables: [variable]), formula: .variable(variable))
                    ], evaluators: [SampleEvaluator()], aggregations: [SampleMean()])
            ], providers: [])
        #expect(catalogue.indicators.keys.sorted() == ["sample.x"])
        #expect(catalogue.variables["pop"] == variable)
        #expect(catalogue.evaluators["sample_share"] != nil && catalogue.aggregations["sample_mean"] != nil)
        #expect(!catalogue.hasWrittenIndicators)
    }

    @Test("The plug-in that brings a method is found by its id and kind; a provider is none")
    func owner() throws {
        let catalogue = try Catalogue(
            plugins: [SamplePlugin(id: "One"), SamplePlugin(id: "Two", evaluators: [SampleEvaluator()])],
            providers: [SamplePlugin(id: "Provider", aggregations: [SampleMean()])])
        #expect(catalogue.plugin(bringing: "sample_share", kind: "evaluator")?.description.id == "Two")
        #expect(catalogue.plugin(bringing: "sample_share", kind: "aggregation") == nil)
        #expect(catalogue.plugin(bringing: "sample_mean", kind: "aggregation") == nil)
    }

    @Test("Two parts with one id are refused by what they both claim")
    func conflicts() {
        #expect {
            try Catalogue(plugins: [SamplePlugin(evaluators: [SampleEvaluator(), SampleEvaluator()])], providers: [])
        } throws: { "\($0)".contains("evaluator ‘sample_share’") }
        #expect { try Catalogue(plugins: [SamplePlugin(), SamplePlugin()], providers: []) } throws: {
            "\($0)".contains("plug-in ‘Sample’")
        }
    }

    @Test("One variable declared in two ways is refused")
    func disagreement() {
        let indicators = [("a", Variable.Carrying.sum), ("b", .missing)].map { name, carrying in
            FormulaIndicator(
                Sample.indicator("sample.\(name)", variables: [Sample.variable("pop", carrying: carrying)]),
                formula: .input("pop"))
        }
        #expect { try Catalogue(plugins: [SamplePlugin(indicators: indicators)], providers: []) } throws: {
            "\($0)".contains("variable ‘pop’")
        }
    }

    @Test("Indicators that a specification writes are added, but not over those of a plug-in")
    func written() throws {
        let indicator = FormulaIndicator(Sample.indicator("sample.x"), formula: 1)
        let catalogue = try Catalogue(plugins: [SamplePlugin(indicators: [indicator])], providers: [])
        let variable = Sample.variable("pop", carrying: .sum)
        let other = FormulaIndicator(Sample.indicator("own", variables: [variable]), formula: .input("pop"))
        let whole = try catalogue.adding([other])
        let constant = FormulaIndicator(Sample.indicator("constant"), formula: 2)
        #expect(try !catalogue.adding([constant]).hasWrittenIndicators)
        #expect(whole.hasWrittenIndicators && whole.indicators.keys.sorted() == ["own", "sample.x"])
        #expect(throws: Catalogue.Conflict.self) { try catalogue.adding([indicator]) }
    }

    @Test("Limited to some plug-ins, the methods of the others are gone and those of providers stay")
    func limited() throws {
        let catalogue = try Catalogue(
            plugins: [SamplePlugin(id: "One", evaluators: [SampleEvaluator()]), SamplePlugin(id: "Two")],
            providers: [SamplePlugin(id: "Provider", aggregations: [SampleMean()])])
        let limited = try catalogue.limited(to: ["Two"])
        #expect(limited.plugins.map(\.description.id) == ["Two"])
        #expect(limited.evaluators.isEmpty && limited.aggregations.keys.sorted() == ["sample_mean"])
    }
}
