/// The instructions that a formula was compiled to, and what they read.
///
/// Slots hold a number a row. Registers hold a number for each reference set, or a single one: what follows from statistics
/// and numbers alone is computed once a set and not once a row.
struct FormulaCode: Sendable {
    /// What an instruction reads.
    enum Operand: Sendable {
        /// One number for every row.
        case number(Double)
        /// A number for each reference set.
        case register(Int)
        /// A column that was computed before.
        case slot(Int)
        /// A column that is handed over: of a child, or behind those of the children.
        case live(Int)
        /// A column that the formula was compiled with.
        case column(Int)
        /// What belongs to the child that is being reduced over.
        case score, weight, direction

        /// Whether it is a number for each reference set, or one for all.
        var isOfSets: Bool {
            switch self {
            case .number, .register: true
            case .slot, .live, .column, .score, .weight, .direction: false
            }
        }

        /// Whether it is a column whatever the weights are.
        var isColumn: Bool {
            switch self {
            case .slot, .live, .column, .score: true
            case .number, .register, .weight, .direction: false
            }
        }
    }

    /// What is done with whole columns, or with the registers.
    enum Instruction: Sendable {
        case combine(Formula.Function, Operand, Operand, into: Int)
        case map(Formula.Function, Operand, into: Int)
        case choose(Operand, Operand, Operand, into: Int)
        case combineSets(Formula.Function, Operand, Operand, into: Int)
        case mapSets(Formula.Function, Operand, into: Int)
        case chooseSets(Operand, Operand, Operand, into: Int)
        /// Puts what holds for a set, or for all rows, into each row.
        case spread(Operand, into: Int)
        /// Takes the number of each row from another one.
        case gather(sources: Int, Operand, into: Int)
        case statistic(Formula.Statistic, Operand, into: Int)
        case places(Formula.Statistic, Operand, into: Int)
        case overChildren(Formula.Reduction, bodyLength: Int, Operand, into: Int)
    }

    var instructions: [Instruction] = []
    /// What the formula comes to.
    var result = Operand.number(.nan)
    /// The columns that the formula was compiled with, one after another.
    var columns: [Double] = []
    /// For each shift of rows the row that each takes its number from; below zero where there is none.
    var sources: [[Int]] = []
    /// The rows of each reference set where they follow one upon another.
    var stretches: [Range<Int>?] = []
    /// The columns that must be handed over.
    var liveCount = 0
    var slotCount = 0
    var registerCount = 0

    /// The number of doubles that an evaluation over rows of a shape needs: slots, registers behind them, and room for rows
    /// in order.
    func scratchCount(_ shape: FormulaProgram.Shape) -> Int {
        slotCount * shape.rowCount + registerCount * (shape.references?.count ?? 1)
            + (shape.references == nil ? 0 : shape.rowCount)
    }
}
