public import AssessmentCore

/// What the details of steps are made of.
extension LedgerDetailDocument {
    /// An observation that a value rests on.
    public struct Observation: Codable, Sendable, Hashable {
        /// The variable.
        public let variable: String
        /// The code of the unit.
        public let unit: String
        /// The period.
        public let period: String
        /// The file.
        public let file: String
        /// The row.
        public let row: Int
        /// The column.
        public let column: String
        /// What the file says of its source.
        public let source: String
        /// The sheet, where the file has sheets.
        public let sheet: String?
        /// The name of the cell, such as `D12`, where the file has sheets of cells.
        public let cell: String?
    }

    /// An entry of a register that a value rests on.
    public struct RegisterEntry: Codable, Sendable, Hashable {
        /// The register.
        public let register: String
        /// The name.
        public let name: String
        /// The file.
        public let file: String
        /// The row.
        public let row: Int
        /// The sheet, where the file has sheets.
        public let sheet: String?
        /// The name of the cell, such as `D12`, where the file has sheets of cells.
        public let cell: String?
    }

    /// What the values of a row rest on.
    public struct Evidence: Codable, Sendable, Hashable {
        /// The observations.
        public let observations: [Observation]
        /// The entries of registers.
        public let registerEntries: [RegisterEntry]
        /// The cells of other files, such as ratings; nothing where there are none.
        public let cells: [Cell]?
    }

    /// A cell that a value rests on.
    public struct Cell: Codable, Sendable, Hashable {
        /// The file.
        public let file: String
        /// The row.
        public let row: Int
        /// The column.
        public let column: String
        /// The sheet, where the file has sheets.
        public let sheet: String?
        /// The name of the cell, such as `D12`, where the file has sheets of cells.
        public let cell: String?
    }

    /// A grade and its lowest score.
    public struct Grade: Codable, Sendable, Hashable {
        /// The lowest number that belongs to it.
        public let atLeast: Double
        /// The name.
        public let name: BilingualText
    }

    /// A decision that was applied to a score.
    public struct Applied: Codable, Sendable, Hashable {
        /// Its position among the decisions.
        public let decision: Int
        /// The score before it; nothing where there was none.
        public let before: Double?
        /// The score after it; nothing where there is none.
        public let after: Double?

        init(_ applied: Ledger.AppliedDecision) {
            decision = applied.decision
            before = applied.before.isNaN ? nil : applied.before
            after = applied.after.isNaN ? nil : applied.after
        }
    }

    /// How the places of a grade were used in a peer group and period.
    public struct Places: Codable, Sendable, Hashable {
        /// The position of the grade from the best.
        public let grade: Int
        /// The id of the peer group.
        public let group: String
        /// The period.
        public let period: String
        /// The number of ranked units.
        public let units: Int
        /// The number of places.
        public let places: Int
        /// The number of units that had the grade before.
        public let candidates: Int
    }

    /// A band of a light.
    public struct LightBand: Codable, Sendable, Hashable {
        /// The colour.
        public let colour: String
        /// The lowest number that belongs to it.
        public let atLeast: Double?
        /// The band holds larger numbers.
        public let above: Double?
        /// The band holds this number and smaller ones.
        public let atMost: Double?
        /// The band holds smaller numbers.
        public let below: Double?

        init(_ band: Light.Band) {
            colour = band.colour.rawValue
            var (atLeast, above, atMost, below): (Double?, Double?, Double?, Double?)
            switch band.bound {
            case .atLeast(let bound): atLeast = bound
            case .above(let bound): above = bound
            case .atMost(let bound): atMost = bound
            case .below(let bound): below = bound
            case nil: break
            }
            (self.atLeast, self.above, self.atMost, self.below) = (atLeast, above, atMost, below)
        }
    }

    /// An input of a formula: one number, or one a row.
    public enum Input: Codable, Sendable, Hashable {
        /// One number for every row.
        case number(Double)
        /// A number a row; null where there is none.
        case column([Double?])

        /// Writes the number or the list.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .number(let number): try container.encode(number)
            case .column(let numbers): try container.encode(numbers)
            }
        }

        /// Reads a number or a list.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Double.self) {
                self = .number(number)
            } else {
                self = .column(try container.decode([Double?].self))
            }
        }
    }
}
