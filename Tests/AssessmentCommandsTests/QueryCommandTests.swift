import Foundation
import Testing

@Suite("Queries at the command line")
struct QueryCommandTests {
    /// A specification that asks for one figure of a unit.
    private static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("units.csv", "code,name\na,A\nb,B\n")
        try folder.write("q.sql", "SELECT code, SUM(fen) AS fen FROM t WHERE y = :year GROUP BY code\n")
        try folder.write(
            "assessment.yml",
            """
            assessment: { id: trial, kind: evaluation, title: { zh: 试, en: Trial }, period: 2020 }
            units: { file: units.csv, code: code, name: name }
            data:
              - query: q.sql
                engine: { sqlite: t.db, duckdb: t.duckdb }
                parameters: { year: 2020 }
                unit: code
            framework:
              weights: relative
              evaluate: raw
              missing: { otherwise: fail }
              indicators: [{ value: fen, weight: 1 }]

            """)
        return folder
    }

    @Test("Without leave nothing is asked, and the exit code is 65", arguments: ["validate", "explain", "run"])
    func leave(command: String) throws {
        let folder = try Self.folder()
        let further = command == "run" ? ["--output", "out"] : command == "explain" ? ["a", "total"] : []
        let outcome = try Assess.run([command, "assessment.yml"] + further + ["--engine", "duckdb"], in: folder.url)
        #expect(outcome.code == 65)
        #expect(
            outcome.errors.contains(
                "assessment.yml:4:5: the query ‘q.sql’: it was not asked, since you have not allowed it; it would ask DuckDB, "
                    + "database t.duckdb, with :year = 2020: SELECT code, SUM(fen) AS fen FROM t WHERE y = :year GROUP BY "
                    + "code; expected that you look at q.sql, and then allow queries with --allow-query"),
            "\(outcome.errors)")
    }

    @Test("Of several engines one must be chosen, and known")
    func engine() throws {
        let folder = try Self.folder()
        let none = try Assess.run("validate", "assessment.yml", "--allow-query", in: folder.url)
        #expect(none.code == 65)
        #expect(none.errors.contains("several engines are listed; expected --engine with one of sqlite, duckdb"))
        let unknown = try Assess.run("validate", "assessment.yml", "--engine", "duckdbb", in: folder.url)
        #expect(unknown.code == 64)
        #expect(unknown.errors.contains("did you mean ‘duckdb’?"))
    }

    @Test("A client that is not installed is named, with what installs it")
    func absent() throws {
        let folder = try Self.folder()
        try folder.write("t.duckdb", "")
        let outcome = try Assess.run(
            ["validate", "assessment.yml", "--allow-query", "--engine", "duckdb"],
            environment: ["PATH": folder.url.path],
            in: folder.url)
        #expect(outcome.code == 65)
        #expect(
            outcome.errors.contains("the client ‘duckdb’ is not installed, or not on the PATH"), "\(outcome.errors)")
        #expect(outcome.errors.contains("pip install duckdb-cli"))
    }

    @Test("The answers of an earlier run stand in for the engine")
    func recorded() throws {
        let folder = try Self.folder()
        let outcome = try Assess.run(
            "validate", "assessment.yml", "--recorded-queries", "none.json", in: folder.url)
        #expect(outcome.code == 65)
        #expect(outcome.errors.contains("none.json:1:1: there is no such file"))
        let both = try Assess.run(
            "validate", "assessment.yml", "--recorded-queries", "none.json", "--allow-query", in: folder.url)
        #expect(both.code == 64)
    }

    /// A client that answers as DuckDB would, and the environment that leads to it alone.
    private static func standIn(in folder: TemporaryFolder, answer: String) throws -> [String: String] {
        try standIn(in: folder, version: "echo v9.9.9", query: "printf '\(answer)'")
    }

    /// A client that does something when it is asked for its version and something when it is asked a query.
    private static func standIn(
        in folder: TemporaryFolder, version: String, query: String
    ) throws -> [String: String] {
        try folder.write("t.duckdb", "")
        try folder.write(
            "duckdb",
            """
            #!/bin/sh
            case "$*" in
            *version*) \(version) ;;
            *) \(query) ;;
            esac

            """)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("duckdb"))
        return ["PATH": folder.url.path]
    }

    @Test("The answer is scored, explained, kept in a bundle, and verified without the engine")
    func answered() throws {
        let folder = try Self.folder()
        let environment = try Self.standIn(in: folder, answer: "code,fen\\nb,250\\na,100\\n")
        let asking = ["--allow-query", "--engine", "duckdb"]
        let run = try Assess.run(
            ["run", "assessment.yml", "--output", "out"] + asking, environment: environment, in: folder.url)
        #expect(run.code == 0, "\(run.errors)")
        // printf 'code,fen\na,100\nb,250\n' | sha256sum
        let digest = "0adaf7d02dd471a614b386f9b320f26f6356108f8118984852906c7a244893f9"
        let result = try folder.text("out/result.json")
        #expect(
            result.contains("\"queries\":[{\"engine\":\"DuckDB\",\"file\":\"q.sql\",\"parameters\":{\"year\":\"2020\"}")
        )
        #expect(result.contains("\"sha256\":\"\(digest)\",\"version\":\"v9.9.9\""))

        // What the pages cite lies where they say.
        #expect(try folder.text("out/queries/q.csv") == "code,fen\na,100\nb,250\n")
        let beside = try Assess.run(
            "run", "assessment.yml", "--recorded-queries", "out/result.json", "--output", "later", in: folder.url)
        #expect(beside.code == 0, "\(beside.errors)")
        #expect(try folder.text("later/result.json") == result)
        let checked = try Assess.run(
            "check", "assessment.yml", "--recorded-queries", "out/result.json", "--output", "checks", in: folder.url)
        #expect(checked.code == 0, "\(checked.errors)")
        #expect(try folder.text("checks/queries/q.csv") == "code,fen\na,100\nb,250\n")

        let explained = try Assess.run(
            ["explain", "assessment.yml", "b", "fen"] + asking, environment: environment, in: folder.url)
        #expect(
            explained.output.contains(
                "← queries/q.csv, row 3, column fen: the answer to q.sql on DuckDB v9.9.9"), "\(explained.output)")
        #expect(
            explained.errors.contains(
                "queries/q.csv is the answer to a query; ‘assess run SPEC --output DIR’ writes it as DIR/queries/q.csv")
        )

        #expect(try Assess.run("key", "new", "--output", "key.pem", in: folder.url).code == 0)
        let sealed = try Assess.run(
            ["seal", "assessment.yml", "--output", "bundle", "--key", "key.pem"] + asking, environment: environment,
            in: folder.url)
        #expect(sealed.code == 0, "\(sealed.errors)")
        #expect(try folder.text("bundle/inputs/queries/q.csv") == "code,fen\na,100\nb,250\n")
        let verified = try Assess.run("verify", "bundle", in: folder.url)
        #expect(verified.code == 0, "\(verified.output)\(verified.errors)")
        #expect(verified.output.contains("answered by DuckDB v9.9.9, which was not asked again"))

        // The same, by hand: the answers of the earlier run with the data.
        try FileManager.default.copyItem(atPath: folder.path("out/result.json"), toPath: folder.path("result.json"))
        let again = try Assess.run(
            "run", "bundle/inputs", "--recorded-queries", "result.json", "--output", "again", in: folder.url)
        #expect(again.code == 0, "\(again.errors)")
        #expect(try folder.text("again/result.json") == result)
        try folder.edit("bundle/inputs/queries/q.csv", "250", "260")
        let forged = try Assess.run(
            "run", "bundle/inputs", "--recorded-queries", "result.json", "--output", "again", in: folder.url)
        #expect(forged.code == 65)
        #expect(forged.errors.contains("not the answer that the earlier run had from DuckDB"), "\(forged.errors)")
        let absent = try Assess.run(
            "run", "assessment.yml", "--recorded-queries", "result.json", "--output", "again", in: folder.url)
        #expect(absent.code == 65)
        #expect(
            absent.errors.contains(
                "‘queries/q.csv’ lies neither beside the results of the earlier run nor with the data"),
            "\(absent.errors)")
    }

    @Test("What is wrong with an answer is told where the specification asks for it")
    func wrongAnswers() throws {
        for (answer, problem) in [
            ("code,fen\\na,much\\nb,1\\n", "line 2 of the answer to ‘q.sql’: ‘much’ is not a number"),
            ("code,fen\\na,1\\na,2\\n", "‘a’ in 2020 is given twice"),
            ("city,fen\\na,1\\n", "has no column ‘code’"), ("code,fen\\n", "the answer has no row"),
        ] {
            let folder = try Self.folder()
            let environment = try Self.standIn(in: folder, answer: answer)
            let outcome = try Assess.run(
                ["validate", "assessment.yml", "--allow-query", "--engine", "duckdb"], environment: environment,
                in: folder.url)
            #expect(outcome.code == 65)
            #expect(outcome.errors.contains("assessment.yml:4:5: "), "\(outcome.errors)")
            #expect(outcome.errors.contains(problem), "\(outcome.errors)")
        }
    }

    @Test("A client that takes too long is ended, with what it started")
    func late() throws {
        let folder = try Self.folder()
        try folder.edit("assessment.yml", "    unit: code", "    time_limit: 1\n    unit: code")
        try folder.write("t.duckdb", "")
        try folder.write("duckdb", "#!/bin/sh\n/bin/sleep 60 &\nwait\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("duckdb"))
        let start = ContinuousClock.now
        let outcome = try Assess.run(
            ["validate", "assessment.yml", "--allow-query", "--engine", "duckdb"],
            environment: ["PATH": folder.url.path], in: folder.url)
        #expect(outcome.errors.contains("the engine had not answered after 1 seconds"), "\(outcome.errors)")
        #expect(ContinuousClock.now - start < .seconds(50))
    }

    @Test("The limit is that of the query, however many runs of its client it takes, and whatever they leave behind")
    func wholeLimit() throws {
        let folder = try Self.folder()
        try folder.edit("assessment.yml", "    unit: code", "    time_limit: 3\n    unit: code")
        // The version is told after two seconds; the query starts what leaves the session and holds the pipes.
        let environment = try Self.standIn(
            in: folder, version: "/bin/sleep 2; echo v9.9.9", query: "/usr/bin/setsid /bin/sleep 40 & /bin/sleep 40")
        let start = ContinuousClock.now
        let outcome = try Assess.run(
            ["validate", "assessment.yml", "--allow-query", "--engine", "duckdb"],
            environment: environment, in: folder.url)
        #expect(outcome.errors.contains("the engine had not answered after 3 seconds"), "\(outcome.errors)")
        #expect(ContinuousClock.now - start < .seconds(35))
    }
}
