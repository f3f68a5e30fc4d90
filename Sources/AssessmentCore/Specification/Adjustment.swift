/// A change that decisions may make to a score or a grade after it is computed: bonus and deduction (加减分), difficulty
/// coefficient (难度系数), override (手工调整), veto (一票否决).
///
/// The specification says which ones there are, within which bounds and in which order; a file of decisions says to whom
/// each applies, why, and who decided.
public struct Adjustment: Sendable, Hashable {
    /// What it does.
    public enum Effect: Sendable, Hashable {
        /// Adds points: together at most so many for a unit, and not beyond a score.
        case bonus(atMost: Double?, upTo: Double?)
        /// Takes points away: together at most so many for a unit, and not below a score.
        case deduction(atMost: Double?, downTo: Double)
        /// Multiplies the score by a coefficient within bounds, and not beyond a score.
        case coefficient(from: Double, to: Double, upTo: Double?)
        /// Puts a score in the place of the computed one.
        case override
        /// Lowers the grade.
        case veto(Veto)
    }

    /// The id by which decisions name it.
    public var id: String
    /// Its name.
    public var name: BilingualText
    /// What it does.
    public var effect: Effect
    /// The ids of the nodes that it may change; the root where there are none.
    public var nodes: [String]
    /// Those who may decide; anyone who is named in the decision where there are none.
    public var authorities: [String]
    /// Where the specification has it.
    public var position: SourcePosition?

    /// Creates an adjustment.
    public init(
        id: String, name: BilingualText, effect: Effect, nodes: [String] = [], authorities: [String] = [],
        position: SourcePosition? = nil
    ) {
        self.id = id
        self.name = name
        self.effect = effect
        self.nodes = nodes
        self.authorities = authorities
        self.position = position
    }

    /// What it does to a grade, where it is a veto.
    public var veto: Veto? {
        if case .veto(let veto) = effect { veto } else { nil }
    }

    /// Whether a cell may have one decision only.
    public var isSingle: Bool {
        switch effect {
        case .coefficient, .override: true
        case .bonus, .deduction, .veto: false
        }
    }

    /// The score after each of the decisions on one cell, in their order.
    ///
    /// - Parameters:
    ///   - values: what each decision says: points, a coefficient or a score.
    ///   - score: the score before; NaN where there is none, which an override alone changes.
    ///   - scale: how much of the score a point is: 1 where the node has full marks of 100.
    public func scores(after values: [Double], from score: Double, scale: Double) -> [Double] {
        var (current, used) = (score, 0.0)
        return values.map { value in
            switch effect {
            case .bonus(let most, let top):
                let points = min(value, max(0, (most ?? .infinity) - used))
                used += points
                // What lies beyond the bound already was not lifted there by this one.
                let raised = current + points * scale
                current = top.map { min(raised, max($0, current)) } ?? raised
            case .deduction(let most, let bottom):
                let points = min(value, max(0, (most ?? .infinity) - used))
                used += points
                current = max(current - points * scale, min(bottom, current))
            case .coefficient(_, _, let top):
                let product = current * value
                current = top.map { min(product, max($0, current)) } ?? product
            case .override: current = value
            case .veto: break
            }
            return current
        }
    }
}

/// What a veto (一票否决) does.
public struct Veto: Sendable, Hashable {
    /// What becomes of the grade.
    public enum Grade: Sendable, Hashable {
        /// The unit has the lowest grade.
        case disqualified
        /// The grade is so many grades lower.
        case lowered(by: Int)
        /// The grade is this one, by its position from the best, or a lower one.
        case noBetterThan(Int)
    }

    /// What becomes of the rank.
    public enum Rank: String, Sendable, Hashable, CaseIterable {
        /// The unit keeps the rank of its score.
        case kept
        /// The unit ranks behind every other one of its group.
        case last
    }

    /// What becomes of the grade.
    public var grade: Grade
    /// What becomes of the rank.
    public var rank: Rank

    /// Creates a veto.
    public init(_ grade: Grade, rank: Rank = .kept) {
        self.grade = grade
        self.rank = rank
    }

    /// The position of the grade of a unit that had another one, out of so many grades.
    public func position(from position: Int, of count: Int) -> Int {
        switch grade {
        case .disqualified: count - 1
        case .lowered(let steps): min(count - 1, position + steps)
        case .noBetterThan(let best): max(position, min(best, count - 1))
        }
    }
}

/// A decision that an adjustment applies to a unit.
public struct AdjustmentDecision: Sendable, Hashable {
    /// The id of the adjustment.
    public var adjustment: String
    /// The code of the unit.
    public var unit: String
    /// The id of the node whose score or grade it changes.
    public var node: String
    /// The period.
    public var period: Period
    /// The points, coefficient or score; nothing for a veto.
    public var value: Double?
    /// Why.
    public var reason: String
    /// The document or rule that it rests on.
    public var authority: String
    /// Where the evidence (佐证材料) is found.
    public var evidence: String
    /// The day of the decision.
    public var date: CalendarDate
    /// Who decided.
    public var decidedBy: String
    /// Where it was read.
    public var origin: Origin

    /// Creates a decision.
    public init(
        adjustment: String, unit: String, node: String, period: Period, value: Double?, reason: String,
        authority: String, evidence: String, date: CalendarDate, decidedBy: String, origin: Origin
    ) {
        self.adjustment = adjustment
        self.unit = unit
        self.node = node
        self.period = period
        self.value = value
        self.reason = reason
        self.authority = authority
        self.evidence = evidence
        self.date = date
        self.decidedBy = decidedBy
        self.origin = origin
    }
}
