import AssessmentCore
import Testing

@testable import AssessmentConfiguration

@Suite("A specification: several reviewers")
struct SpecificationRatingsTests {
    private static let sources = """
        ratings:
          scale: { from: 0, to: 100 }
          sources:
            - { id: own, name: { zh: 自评, en: Self }, kind: self, weight: 1, absent: zero }
            - { id: experts, name: E, kind: others, weight: 3, combine: { drop_each_end: 1 }, least: 3, absent: missing }
            - { id: public, name: P, kind: others, weight: 2, combine: { trimmed_mean: { share: 0.1 } }, absent: renormalise }

        """
    private static let items = """
          items:
            - { id: service, name: { zh: 服务, en: Service } }
            - { id: work, name: W, scale: { from: 5, to: 1 }, sources: [{ id: experts }, { id: public, weight: 7, scale: { from: 0, to: 1 } }] }

        """
    private static let leaves =
        "framework:\n  indicators:\n    - { rating: service, weight: 10, evaluate: { goalposts: { floor: 0, ceiling: 100 } } }\n"
        + "    - { id: own_id, name: N, rating: work, weight: 10, evaluate: { goalposts: { floor: 0, ceiling: 100 } } }\n"

    /// The trial with ratings, two rated leaves, and the other leaves with what is left of the points.
    private static func edits(
        sources: String = sources, items: String = items, leaves: String = leaves
    ) -> [(String, String)] {
        [
            ("framework:\n  indicators:\n", sources + items + leaves), ("weight: 60", "weight: 45"),
            ("weight: 40", "weight: 35"),
        ]
    }

    @Test("Sources, items and their scales are read, and a leaf becomes an indicator of its own")
    func read() throws {
        let specification = try Trial.specification(after: Self.edits())
        let ratings = try #require(specification.ratings)
        #expect(ratings.sources.map(\.kind) == [.ownUnit, .others, .others])
        #expect(ratings.sources.map(\.combination) == [.mean, .trimmedEach(1), .trimmedShare(0.1)])
        #expect(ratings.sources.map(\.least) == [1, 3, 1])
        #expect(ratings.sources.map(\.absence) == [.zero, .missing, .renormalise])
        #expect(ratings.outlyingAbove == 3 && ratings.outlyingFrom == 0 && !ratings.showsNames)
        let hundred = RatingScale(from: 0, to: 100)
        #expect(
            ratings.items[0].parts == [
                RatingItem.Part("own", weight: 1, scale: hundred),
                RatingItem.Part("experts", weight: 3, scale: hundred),
                RatingItem.Part("public", weight: 2, scale: hundred),
            ])
        #expect(
            ratings.items[1].parts == [
                RatingItem.Part("experts", weight: 3, scale: RatingScale(from: 5, to: 1)),
                RatingItem.Part("public", weight: 7, scale: RatingScale(from: 0, to: 1)),
            ])
        let leaves = specification.framework.children
        #expect(leaves.map(\.id).prefix(2) == ["service", "own_id"])
        #expect(leaves[0].name.en == "Service" && leaves[1].name.en == "N")
        #expect(leaves[0].steps.map(\.kind) == [.measure, .evaluate, .missing, .rank])
    }

    @Test("Rated leaves do not switch off the check of variables in observations")
    func variables() throws {
        let folder = try TemporaryFolder()
        try folder.write("assessment.yml", try Trial.text(after: Self.edits()))
        let read = try folder.read()
        #expect(read.catalogue.indicators["own_id"] is RatedIndicator)
        #expect(!read.catalogue.hasWrittenIndicators)
    }

    @Test("A file of ratings goes with what says who rates what")
    func files() throws {
        let folder = try TemporaryFolder()
        try folder.write("r.csv", "item,unit,source,assessor,score\n")
        let text = try Trial.text(after: [("framework:\n", "data: [{ ratings: r.csv }]\nframework:\n")])
        #expect(
            try folder.problems(of: text)
                == "assessment.yml:8:8: ‘r.csv’ is about ratings, and the specification does not say who rates what; "
                + "expected ratings: sources and items")
    }

    @Test("What is wrong is told with its place", arguments: slips)
    func told(slip: (name: String, edits: [(String, String)], expected: String)) throws {
        let problems = try Trial.problems(after: Self.edits() + slip.edits)
        #expect(problems == slip.expected, "\(slip.name)")
    }

    private static let slips: [(name: String, edits: [(String, String)], expected: String)] = [
        (
            "a second source of the unit itself", [("name: E, kind: others", "name: E, kind: self")],
            "assessment.yml:12:37: ‘own’ is what units say of themselves already; expected kind: others; self-report is the "
                + "one source that comes from the unit itself"
        ),
        (
            "nothing left after cutting", [("least: 3", "least: 2")],
            "assessment.yml:12:94: 2 ratings leave none when 1 is cut from each end; expected least: 3 or more"
        ),
        (
            "no word on absence", [(", least: 3, absent: missing", ", least: 3")],
            "assessment.yml:12:7: a source of ratings lacks the key ‘absent’; expected absent: renormalise, zero or missing"
        ),
        (
            "an unknown source of an item", [("[{ id: experts }", "[{ id: expert }")],
            "assessment.yml:16:71: there is no source of ratings ‘expert’; expected one of own, experts, public; did you mean "
                + "‘experts’?"
        ),
        (
            "an unknown item of a leaf", [("rating: work", "rating: works")],
            "assessment.yml:16:7: no indicator reads the ratings of ‘work’; expected an indicator { rating: work } in the "
                + "framework, or no such item\n"
                + "assessment.yml:20:38: there is no rated item ‘works’; expected one of service, work; did you mean ‘work’?"
        ),
        (
            "a scale without length", [("scale: { from: 5, to: 1 }", "scale: { from: 5, to: 5 }")],
            "assessment.yml:16:35: the ends of the scale are the same; expected two numbers, such as 0 and 100"
        ),
        (
            "no scale", [("  scale: { from: 0, to: 100 }\n", "")],
            "assessment.yml:14:7: ‘service’ has no scale; expected scale: { from: 0, to: 100 } here, or above for all ratings"
        ),
        (
            "a parameter of a rated leaf", [("rating: work,", "rating: work, unit_of_measure: x,")],
            "assessment.yml:20:61: ‘unit_of_measure’ does not go with ‘rating’; expected rating: work without it"
        ),
    ]
}
