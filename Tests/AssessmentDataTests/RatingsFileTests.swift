import AssessmentCore
import Testing

@testable import AssessmentData

@Suite("The files of ratings and assessors")
struct RatingsFileTests {
    private static let units = UnitTable([
        AssessedUnit(code: "340000", name: BilingualText(zh: "安徽省", en: "Anhui"), level: "province"),
        AssessedUnit(code: "340100", name: BilingualText(zh: "合肥市", en: "Hefei"), level: "city", parent: "340000"),
        AssessedUnit(code: "340200", name: BilingualText(zh: "芜湖市", en: "Wuhu"), level: "city", parent: "340000"),
        AssessedUnit(
            code: "340221", name: BilingualText(zh: "芜湖县", en: "Wuhu County"), level: "county", parent: "340200",
            successor: "340210"),
        AssessedUnit(code: "340210", name: BilingualText(zh: "湾沚区", en: "Wanzhi"), level: "county", parent: "340200"),
    ])

    private static let ratings: RatingScheme = {
        func source(_ id: String, _ kind: RatingSource.Kind) -> RatingSource {
            RatingSource(id: id, name: BilingualText(zh: "源\(id)", en: id), kind: kind, absence: .renormalise)
        }
        let hundred = RatingScale(from: 0, to: 100)
        return RatingScheme(
            sources: [source("own", .ownUnit), source("experts", .others), source("public", .others)],
            items: [
                RatingItem(
                    id: "service", name: BilingualText(same: "s"),
                    parts: [
                        RatingItem.Part("own", weight: 1, scale: hundred),
                        RatingItem.Part("experts", weight: 1, scale: hundred),
                        RatingItem.Part("public", weight: 1, scale: RatingScale(from: 1, to: 5)),
                    ]),
                RatingItem(
                    id: "work", name: BilingualText(same: "w"),
                    parts: [RatingItem.Part("experts", weight: 1, scale: hundred)]),
            ])
    }()

    private static let assessors = """
        assessor,name,source,home_unit
        E1,甲,experts,
        E2,乙,experts,340200
        E3,丙,experts,340221
        E4,丁,experts,340000
        W,戊,own,340200

        """

    private static func listed(_ text: String = assessors) throws(DiagnosticList) -> [Assessor] {
        try AssessorsFile.read(Array(text.utf8), file: "a.csv", scheme: ratings, units: units, known: [])
    }

    private func read(_ rows: String, assessors: [Assessor]? = nil) throws(DiagnosticList) -> [Rating] {
        let specification = Specification(
            id: "s", kind: .review, title: BilingualText(same: "s"), period: Period(year: 2020),
            history: [Period(year: 2019)],
            units: UnitSelection(file: "u.csv", levels: ["city", "county"], inForceOn: nil), plugins: [],
            framework: FrameworkNode(id: "total", name: BilingualText(same: "t"), steps: []))
        let listed = if let assessors { assessors } else { try Self.listed() }
        let scheme = RatingsFile.Scheme(Self.ratings, specification, units: Self.units, assessors: listed)
        var seen: [RatingsFile.Place: Origin] = [:]
        let heading = "item,unit,period,source,assessor,score,date,note\n"
        return try RatingsFile.read(
            Array((heading + rows).utf8), file: "r.csv", scheme: scheme, units: Self.units, seen: &seen)
    }

    @Test("Ratings are read; an empty period is the assessed one, and an empty assessor of a self-report the unit")
    func read() throws {
        let found = try read(
            "service,340100,,own,,88,2021-01-10,自评\nservice,340100,2019,experts,E1,70.5,,\nservice,340100,,public,x9,4,,\n"
        )
        #expect(found.map(\.assessor) == ["340100", "E1", "x9"])
        #expect(found.map(\.period.year) == [2020, 2019, 2020])
        #expect(found.map(\.score) == [88, 70.5, 4])
        #expect(found[0].date == CalendarDate("2021-01-10"))
        #expect(found[0].origin == Origin(file: "r.csv", row: 2, column: "score", source: "源own", note: "自评"))
    }

    @Test("Who belongs to a unit may rate others; who belongs to the province, which is not assessed, may rate any")
    func homes() throws {
        #expect(
            try read(
                "service,340100,,experts,E2,70,,\nservice,340100,,experts,E3,71,,\nservice,340200,,experts,E4,72,,\n"
                    + "service,340200,,own,W,73,,\n"
            ).count == 4)
    }

    @Test(
        "Nobody rates the own city: neither itself, nor what lies in it, nor what it lies in, nor under another code",
        arguments: [
            (
                "service,340200,,experts,E2,70,,\n", "340200", "340200 芜湖市", "E2", 3
            ),
            ("service,340210,,experts,E2,70,,\n", "340210", "340200 芜湖市", "E2", 3),
            ("service,340200,,experts,E3,70,,\n", "340200", "340221 芜湖县", "E3", 4),
            ("service,340210,,experts,E3,70,,\n", "340210", "340221 芜湖县", "E3", 4),
        ])
    func ownCity(rows: String, unit: String, home: String, assessor: String, row: Int) {
        let problem = DataFixture.told { () throws(DiagnosticList) in try read(rows) }
        #expect(
            problem
                == "r.csv:2:25: ‘\(assessor)’ belongs to \(home) and may not rate \(unit): nobody verifies their own city "
                + "(a.csv, row \(row)); expected ratings of other units: strike the row out, or correct the home unit")
    }

    @Test(
        "What is wrong is told at its cell",
        arguments: [
            (
                "servise,340100,,experts,E1,70,,\n",
                "r.csv:2:1: there is no rated item ‘servise’; expected one of service, work; did you mean ‘service’?"
            ),
            (
                "service,340199,,experts,E1,70,,\n",
                "r.csv:2:9: no unit has the code ‘340199’; expected the code of an assessed unit; did you mean ‘340100’?"
            ),
            (
                "service,340000,,experts,E1,70,,\n",
                "r.csv:2:9: the unit ‘340000’ is not assessed; expected the code of an assessed unit; did you mean ‘340100’?"
            ),
            (
                "service,340100,,expert,E1,70,,\n",
                "r.csv:2:17: there is no source of ratings ‘expert’; expected one of own, experts, public; did you mean "
                    + "‘experts’?"
            ),
            (
                "work,340100,,public,x,4,,\n",
                "r.csv:2:14: the source ‘public’ does not rate ‘work’; expected one of experts"
            ),
            (
                "service,340100,2018,experts,E1,70,,\n",
                "r.csv:2:16: the period 2018 is not assessed; expected one of 2019, 2020"
            ),
            (
                "service,340100,,experts,E9,70,,\n",
                "r.csv:2:25: no assessor of ‘experts’ is listed as ‘E9’; expected an assessor of the file of assessors; "
                    + "did you mean ‘E1’?"
            ),
            (
                "service,340100,,public,E1,4,,\n",
                "r.csv:2:24: ‘E1’ is an assessor of ‘experts’, not of ‘public’ (a.csv, row 2); expected the source that the "
                    + "assessor is listed under"
            ),
            (
                "service,340100,,own,W,70,,\n",
                "r.csv:2:21: ‘W’ is of 340200 芜湖市 and rates 340100 as if for itself (a.csv, row 6); expected ratings of "
                    + "the own unit only in ‘own’"
            ),
            (
                "service,340100,,experts,,70,,\n", "r.csv:2:25: the column ‘assessor’ is empty; expected a text"
            ),
            (
                "service,340100,,experts,E1,101,,\n",
                "r.csv:2:28: 101 is not on the scale; expected a score from 0 to 100"
            ),
            (
                "service,340100,,public,x,0.9,,\n", "r.csv:2:26: 0.9 is not on the scale; expected a score from 1 to 5"
            ),
            (
                "service,340100,,experts,E1,,,\n",
                "r.csv:2:28: there is no score; expected a score from 0 to 100, or no row where nothing was rated"
            ),
            (
                "service,340100,,experts,E1,70,2021/1/5,\n",
                "r.csv:2:31: ‘2021/1/5’ is not a date; expected a date such as 2020-12-31; did you mean ‘2021-01-05’?"
            ),
            (
                "service,340100,,experts,E1,70,,\nservice,340100,2020,experts,E1,71,,\n",
                "r.csv:3:32: ‘E1’ rates ‘service’ of 340100 in 2020 twice (also r.csv, row 2); expected one rating: strike "
                    + "out the one that does not hold"
            ),
        ])
    func told(rows: String, told: String) {
        let problem = DataFixture.told { () throws(DiagnosticList) in try read(rows) }
        #expect(problem == told)
    }

    @Test("Without a file of assessors any code may rate, since nothing is known of homes")
    func unlisted() throws {
        #expect(try read("service,340200,,experts,E9,70,,\n", assessors: []).count == 1)
    }

    @Test(
        "What is wrong with those who rate is told at its cell",
        arguments: [
            (
                "E1,甲,expert,\n",
                "a.csv:2:6: there is no source of ratings ‘expert’; expected one of own, experts, public; did you mean ‘experts’?"
            ),
            (
                "E1,甲,experts,340201\n",
                "a.csv:2:14: no unit has the code ‘340201’; expected the code of a unit, or nothing for an assessor who "
                    + "belongs to none; did you mean ‘340200’?"
            ),
            (
                "W,戊,own,\n",
                "a.csv:2:9: the assessor is of ‘own’, in which units rate themselves, and of no unit; expected the code of "
                    + "the unit"
            ),
            (
                "E1,甲,experts,\nE1,乙,experts,340100\n",
                "a.csv:3:1: the assessor ‘E1’ is listed twice (also a.csv, row 2); expected each assessor once, with one "
                    + "source and one home unit"
            ),
        ])
    func toldOfAssessors(rows: String, told: String) {
        let problem = DataFixture.told { () throws(DiagnosticList) in
            try Self.listed("assessor,name,source,home_unit\n" + rows)
        }
        #expect(problem == told)
    }
}
