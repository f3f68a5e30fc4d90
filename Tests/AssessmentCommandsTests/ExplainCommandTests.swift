import Testing

@Suite("assess explain")
struct ExplainCommandTests {
    private static let specification = "example/assessment.yml"

    @Test("An explanation ends at the file, row and column that really hold the value")
    func cell() throws {
        let folder = try TemporaryFolder.withExample()
        let outcome = try Assess.run(
            "explain", Self.specification, "340100", "foundation.urban_income", in: folder.url)
        #expect(outcome.code == 0)
        let place = try #require(
            outcome.output.firstMatch(of: #/← (data/[a-z]+\.csv), row ([0-9]+), column ([a-z]+)/#))
        let value = try #require(outcome.output.firstMatch(of: #/value: ([0-9.]+) CNY/#))
        let row = try #require(Int(place.output.2))
        let lines = try folder.text("example/" + place.output.1).split(
            separator: "\n", omittingEmptySubsequences: false)
        let heading = lines[0].split(separator: ",", omittingEmptySubsequences: false)
        let cells = lines[row - 1].split(separator: ",", omittingEmptySubsequences: false)
        #expect(cells.prefix(3) == ["340100", "urban_disposable_income", "2020"])
        let column = try #require(heading.firstIndex(of: place.output.3))
        #expect(cells[column] == value.output.1)
    }

    @Test("The chain begins at the root, and a unit may be named in either language")
    func chain() throws {
        let folder = try TemporaryFolder.withExample()
        let byCode = try Assess.run("explain", Self.specification, "340100", "demand", in: folder.url)
        let byName = try Assess.run("explain", Self.specification, "合肥市", "demand", in: folder.url)
        #expect(byCode.output == byName.output)
        let nodes = byCode.output.matches(of: #/▸ .* \[(.*)\]/#).map { String($0.output.1) }
        #expect(
            nodes == [
                "total", "demand", "foundation.urban_income", "foundation.urbanisation_rate",
                "foundation.resident_market",
            ])
    }

    @Test("An earlier period, in Chinese")
    func period() throws {
        let folder = try TemporaryFolder.withExample()
        let outcome = try Assess.run(
            "explain", Self.specification, "340200", "foundation.urban_income", "--period", "2018", "--language", "zh",
            in: folder.url)
        #expect(outcome.code == 0)
        #expect(outcome.output.hasPrefix("芜湖市 340200 · 2018 · "))
        let place = try #require(outcome.output.firstMatch(of: #/← data/observations.csv，第([0-9]+)行，value列/#))
        let row = try #require(Int(place.output.1))
        let lines = try folder.text("example/data/observations.csv").split(
            separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[row - 1].hasPrefix("340200,urban_disposable_income,2018,"))
    }

    @Test(
        "A unit, node or period that is not there ends in 64 with what may be meant",
        arguments: [
            (["34010", "total"], "no assessed unit is called ‘34010’; did you mean ‘340100’?"),
            (["合肥", "total"], "no assessed unit is called ‘合肥’; did you mean ‘合肥市’?"),
            (["340100", "deman"], "the framework has no node ‘deman’; did you mean ‘demand’?"),
            (
                ["340100", "everything"],
                "the framework has no node ‘everything’; expected one of total, demand, foundation.urban_income, "
                    + "foundation.urbanisation_rate, foundation.resident_market, supply, "
                    + "foundation.science_expenditure_share, foundation.green_patents_per_10k, environment, "
                    + "production.digital_finance, foundation.grp_per_resident"
            ),
            (
                ["340100", "total", "--period", "2030"],
                "the assessment has no period ‘2030’; expected one of 2016, 2017, 2018, 2019, 2020"
            ),
        ])
    func unknown(arguments: [String], told: String) throws {
        let folder = try TemporaryFolder.withExample()
        let outcome = try Assess.run(["explain", Self.specification] + arguments, in: folder.url)
        #expect(outcome.code == 64)
        #expect(outcome.output == "")
        #expect(outcome.errors == "Error: \(told)\n")
    }
}
