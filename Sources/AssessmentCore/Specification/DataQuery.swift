/// A question to a database engine, of which only the answer is taken: one SELECT that aggregates.
public struct DataQuery: Sendable, Hashable {
    /// What the SQL file holds, as it was read.
    public var sql: String
    /// The engines that may answer, each once; where there are several, the user of the program chooses one.
    public var engines: [QueryEngine]
    /// The values of the parameters, which the SQL names as in `:year`.
    public var parameters: [String: QueryParameter]
    /// How long the engine may take, in seconds.
    public var seconds: Int
    /// How the values of variables are read from the answer.
    public var form: TableForm
    /// The path under which archives and bundles keep the answer, relative to the folder of the data.
    public var result: String

    /// Creates a query.
    public init(
        sql: String, engines: [QueryEngine], parameters: [String: QueryParameter] = [:],
        seconds: Int = DataQuery.usualSeconds, form: TableForm, result: String
    ) {
        self.sql = sql
        self.engines = engines
        self.parameters = parameters
        self.seconds = seconds
        self.form = form
        self.result = result
    }

    /// How long an engine may take where nothing is said, in seconds.
    public static let usualSeconds = 600
}

/// A database engine with the place of the data that it holds.
public enum QueryEngine: Sendable, Hashable {
    /// A database of SQLite, by its path relative to the folder of the data.
    case sqlite(file: String)
    /// A database of DuckDB, by its path relative to the folder of the data.
    case duckDB(file: String)
    /// A service of PostgreSQL, by the name that the user's own `pg_service.conf` gives it.
    case postgreSQL(service: String)
    /// Spark SQL: tables that are Parquet files, by their names; or a database that Spark itself is set up for.
    case sparkSQL(tables: [String: String], database: String?)

    /// The names of all engines, as a specification writes them.
    public static let names = ["sqlite", "postgresql", "duckdb", "spark_sql"]

    /// Its name, as a specification writes it.
    public var name: String {
        switch self {
        case .sqlite: "sqlite"
        case .duckDB: "duckdb"
        case .postgreSQL: "postgresql"
        case .sparkSQL: "spark_sql"
        }
    }

    /// What people call it.
    public var title: String {
        switch self {
        case .sqlite: "SQLite"
        case .duckDB: "DuckDB"
        case .postgreSQL: "PostgreSQL"
        case .sparkSQL: "Spark SQL"
        }
    }

    /// The engine with the place of the data, in words.
    public var words: String {
        switch self {
        case .sqlite(let file), .duckDB(let file): "\(title), database \(file)"
        case .postgreSQL(let service): "\(title), service \(service)"
        case .sparkSQL(let tables, let database):
            ([title] + (database.map { ["database \($0)"] } ?? [])
                + tables.sorted { $0.key < $1.key }.map { "\($0) = \($1)" }).joined(separator: ", ")
        }
    }
}

/// The value of a parameter of a query, with its type: it reaches the engine as a value and never as SQL.
public enum QueryParameter: Sendable, Hashable {
    /// A whole number.
    case integer(Int64)
    /// A decimal number, by its digits.
    case decimal(String)
    /// A day.
    case date(CalendarDate)
    /// A text.
    case text(String)

    /// The value as people write it.
    public var words: String {
        switch self {
        case .integer(let number): String(number)
        case .decimal(let digits): digits
        case .date(let date): date.description
        case .text(let text): "‘\(text)’"
        }
    }
}
