public import AssessmentCore

/// What differs between two runs: their inputs, the framework and its methods, the totals, and every cell of the ledger,
/// with the nearest causes of each.
///
/// Numbers differ where they are not the same double: two runs of one assessment on one platform give the same bytes.
public struct RunDifference: Sendable {
    /// A file that was read, or a program that took part, and is not the same.
    public struct Input: Sendable, Hashable {
        /// The path relative to the specification, or the name of the program.
        public let name: String
        /// The SHA-256 or version before; nothing where it did not take part.
        public let before: String?
        /// The SHA-256 or version after; nothing where it does not take part.
        public let after: String?
    }

    /// An assessed unit that only one of the runs has, or that has another name, level or peer group.
    public struct Unit: Sendable, Hashable {
        /// Its code.
        public let code: String
        /// Its name, as the later run has it.
        public let name: BilingualText
        /// What changed, such as `peer_group`; nothing where only one of the runs has it.
        public let fields: [Field]
        /// Whether the earlier run has it.
        public let isBefore: Bool
        /// Whether the later run has it.
        public let isAfter: Bool
    }

    /// A thing that is said of a node, a step or a unit, and is not the same.
    public struct Field: Sendable, Hashable {
        /// The word for it in result.json, such as `weight`, `method` or `target`.
        public let name: String
        /// What it was; nothing where it was not said.
        public let before: String?
        /// What it is; nothing where it is not said.
        public let after: String?
    }

    /// A node of the framework that only one of the runs has, or of which something else is said.
    public struct Node: Sendable, Hashable {
        /// Its id.
        public let id: String
        /// Its name, as the later run has it.
        public let name: BilingualText
        /// What changed: `parent`, `weight`, `bonus`, `indicator`, `direction`, `unitOfMeasure` or `name`.
        public let fields: [Field]
        /// Whether the earlier run has it.
        public let isBefore: Bool
        /// Whether the later run has it.
        public let isAfter: Bool
    }

    /// What is set otherwise at a step of a node: its method, parameters, targets, weights or bands.
    public struct Setting: Sendable, Hashable {
        /// The node.
        public let node: String
        /// The word for the step.
        public let step: String
        /// What changed, for every row.
        public let fields: [Field]
        /// What changed for some rows, such as the targets of some units, each with the number of rows.
        public let rowFields: [String: Int]
        /// Whether the earlier run has the step.
        public let isBefore: Bool
        /// Whether the later run has the step.
        public let isAfter: Bool
    }

    /// Where a unit stands.
    public struct Standing: Sendable, Hashable {
        /// The total; nothing where there is none.
        public let total: Double?
        /// Why there is none.
        public let reason: Reason?
        /// The rank in the peer group.
        public let rank: Int?
        /// The number of ranked units of the peer group.
        public let of: Int?
        /// The grade.
        public let grade: BilingualText?
    }

    /// The total, rank or grade of a unit in a period that changed.
    public struct Total: Sendable, Hashable {
        /// The code of the unit.
        public let unit: String
        /// The period.
        public let period: String
        /// Where it stood; nothing where the earlier run does not have the row.
        public let before: Standing?
        /// Where it stands; nothing where the later run does not have the row.
        public let after: Standing?
    }

    /// What a cell holds.
    public struct Content: Sendable, Hashable {
        /// The number, where there is one.
        public let value: Double?
        /// The state, such as `measured`.
        public let state: String
        /// Why there is no value of its own.
        public let reason: Reason?
        /// The grade or the colour that the number stands for.
        public let name: BilingualText?
    }

    /// The place that a measured value was read from.
    public struct Place: Sendable, Hashable {
        /// The variable or register.
        public let subject: String
        /// The file.
        public let file: String
        /// The row in the file.
        public let row: Int
    }

    /// The nearest reason for which a cell changed.
    public enum Cause: Sendable, Hashable {
        /// A cell of the same unit and period changed, at a step of the node itself or of one that it reads.
        case cell(node: String, step: String)
        /// A method, weight, target or other setting of the step changed for this cell.
        case setting(Field)
        /// What was read changed: other places, or other contents of the same files.
        case data(before: [Place], after: [Place])
        /// Cells of other units or periods, which the step compares with, changed.
        case otherUnits
        /// The specification changed in what the ledger does not hold, such as the parameters of an indicator.
        case specification
        /// The workbench or a plug-in is another version.
        case program
        /// Only one of the runs has the unit, the period, the node or the step.
        case existence
        /// Nothing that the two results hold explains it.
        case unexplained
    }

    /// A cell that changed.
    public struct Cell: Sendable, Hashable {
        /// The node.
        public let node: String
        /// The word for the step.
        public let step: String
        /// The code of the unit.
        public let unit: String
        /// The period.
        public let period: String
        /// What it held; nothing where the earlier run does not have it.
        public let before: Content?
        /// What it holds; nothing where the later run does not have it.
        public let after: Content?
        /// Why it changed.
        public let causes: [Cause]
    }

    /// A run as messages name it.
    public struct Run: Sendable, Hashable {
        /// The title of the assessment.
        public let title: BilingualText
        /// The assessed period.
        public let period: String
        /// The digest of the ledger.
        public let results: String
    }

    /// The earlier run.
    public let before: Run
    /// The later run.
    public let after: Run
    /// The files that changed, in the order of reading.
    public let inputs: [Input]
    /// The workbench, the platform and the plug-ins that changed.
    public let programs: [Input]
    /// The units that changed, in listed order.
    public let units: [Unit]
    /// The nodes that changed, in the order of the framework.
    public let nodes: [Node]
    /// The steps that are set otherwise, in the order of the ledger.
    public let settings: [Setting]
    /// The totals, ranks and grades that changed: the assessed period first, then the periods before, units in listed order.
    public let totals: [Total]
    /// Every cell that changed: ordered like the totals; in a unit and period by node from the root down, then by step.
    public let cells: [Cell]
    /// What is said otherwise of how firm the ranking is: what was asked, and the number of units with other results.
    public let robustness: [Field]
    /// The number of rows, each a unit in a period, that both runs have.
    public let comparedRows: Int
    /// The periods of both runs, earliest first.
    public let periods: [String]
    /// The names of the units of both runs, by code.
    public let unitNames: [String: BilingualText]
    /// The names of the nodes of both runs, by id.
    public let nodeNames: [String: BilingualText]
    /// What indicators are measured in, by node.
    public let unitsOfMeasure: [String: BilingualText]
    /// The id of the root.
    public let root: String

    /// Whether the results are the same: every cell, and the framework and units that they belong to.
    public var isEmpty: Bool { units.isEmpty && nodes.isEmpty && settings.isEmpty && cells.isEmpty }
}
