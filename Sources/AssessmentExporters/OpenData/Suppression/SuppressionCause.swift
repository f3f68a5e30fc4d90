internal import AssessmentCore

/// Why a cell is left blank in open data.
enum SuppressionCause: Hashable {
    /// The value rests on a count above zero and below the threshold; what was counted.
    case smallCount(of: String)
    /// It would give away the one blank cell among the scores that form the score of a node.
    case complementInNode(String)
    /// It would give away the one blank cell among the units that add up to a unit.
    case complementInUnit(String)
    /// The scores of other units, beside their values, would give away the reference set that a blank value belongs to.
    case referenceSet
    /// It rests on all the data that the blank value of a node rests on.
    case sameData(String)
    /// It was put in from the values of others, of which one is blank.
    case imputed
    /// The ranks of the others would give away the rank of a blank score.
    case rank
    /// The weights were computed from scores of which one is blank.
    case weight

    /// Whether the cell itself is small, rather than kept back for the sake of another one.
    var isPrimary: Bool { if case .smallCount = self { true } else { false } }

    /// The word for it in files.
    var id: String {
        switch self {
        case .smallCount: "small_count"
        case .complementInNode: "complement_in_node"
        case .complementInUnit: "complement_in_unit"
        case .referenceSet: "reference_set"
        case .sameData: "same_data"
        case .imputed: "imputed_from_suppressed"
        case .rank: "rank_among_suppressed"
        case .weight: "weight_from_suppressed"
        }
    }

    /// Every word for a cause.
    static let ids = every.map(\.id)

    /// One of each.
    static let every: [SuppressionCause] = [
        .smallCount(of: ""), .complementInNode(""), .complementInUnit(""), .referenceSet, .sameData(""), .imputed,
        .rank,
        .weight,
    ]

    /// What it names: the variable or register that was counted, the node, or the unit.
    var subject: String {
        switch self {
        case .smallCount(let subject), .complementInNode(let subject), .complementInUnit(let subject),
            .sameData(let subject):
            subject
        case .referenceSet, .imputed, .rank, .weight: ""
        }
    }

    /// It in words.
    func name(threshold: String) -> BilingualText {
        switch self {
        case .smallCount:
            BilingualText(zh: "所依据的数量大于0且小于\(threshold)", en: "rests on a count above 0 and below \(threshold)")
        case .complementInNode:
            BilingualText(
                zh: "否则可由上级得分倒推出另一空白单元格", en: "else another blank cell follows from the score of the node above")
        case .complementInUnit:
            BilingualText(zh: "否则可由合计数倒推出另一空白单元格", en: "else another blank cell follows from the sum of the units")
        case .referenceSet:
            BilingualText(
                zh: "否则可由同组各单位的数值与得分倒推出空白数值",
                en: "else a blank value follows from the values and scores of the reference set")
        case .sameData:
            BilingualText(zh: "依据了另一空白数值所依据的全部数据", en: "rests on all the data that another blank value rests on")
        case .imputed:
            BilingualText(zh: "由含空白数值的各单位推算", en: "imputed from units of which one is blank")
        case .rank:
            BilingualText(zh: "否则可由其余位次推出空白得分的位次", en: "else the rank of a blank score follows from the others")
        case .weight:
            BilingualText(zh: "权重由含空白得分的数据计算", en: "the weights are computed from scores of which one is blank")
        }
    }
}
