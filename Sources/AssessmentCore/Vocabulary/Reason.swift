/// What became of a cell.
public enum CellState: String, Sendable, BitwiseCopyable, Hashable, CaseIterable {
    /// The value was measured, or computed from measured values.
    case measured
    /// The value was put in by a stated rule; or, of a score that is formed from others, it rests on such values or makes
    /// do without some that are missing.
    case imputed
    /// There should be a value and there is none.
    case missing
    /// There is nothing to be measured.
    case notApplicable = "not_applicable"
    /// The value could not be computed.
    case failed
}

/// Why a cell has no value of its own. A specification says per reason what happens then.
public enum Reason: String, Sendable, BitwiseCopyable, Hashable, CaseIterable {
    /// Others reported it and this unit did not.
    case notSubmitted = "not_submitted"
    /// What was reported has been found false.
    case falsified
    /// The source, or who transcribed it, took the figure back; the unit has not withheld it.
    case withdrawn
    /// No assessed unit of the level has a value in the period.
    case notCollected = "not_collected"
    /// The boundary of the unit changed and the value cannot be carried over.
    case boundaryChanged = "boundary_changed"
    /// The definition of a series changed between the two periods that are compared.
    case seriesBreak = "series_break"
    /// The comparison reaches back to a year that the assessment does not hold.
    case noEarlierPeriod = "no_earlier_period"
    /// Too large a share of what a score is made of is missing.
    case tooMuchMissing = "too_much_missing"

    /// The source says that the item does not exist here.
    case notApplicable = "not_applicable"
    /// The specification does not assess this at the level of the unit.
    case notAssessedAtLevel = "not_assessed_at_level"
    /// Nothing was to be reached: the target is zero.
    case zeroTarget = "zero_target"
    /// There was nothing to be served: the denominator is zero.
    case zeroDenominator = "zero_denominator"
    /// Nobody has a value, so the indicator left the framework for everyone in the period.
    case leftFramework = "left_framework"

    /// No target is given.
    case noTarget = "no_target"
    /// The reference set does not vary, so no distance can be measured on it.
    case referenceDoesNotVary = "reference_does_not_vary"
    /// A function has no value here, such as the logarithm of zero.
    case outsideDomain = "outside_domain"
    /// The plug-in refused the value and says why.
    case refused

    /// The state that the reason puts a cell in.
    public var state: CellState {
        switch self {
        case .notSubmitted, .falsified, .withdrawn, .notCollected, .boundaryChanged, .seriesBreak, .noEarlierPeriod,
            .tooMuchMissing:
            .missing
        case .notApplicable, .notAssessedAtLevel, .zeroTarget, .zeroDenominator, .leftFramework: .notApplicable
        case .noTarget, .referenceDoesNotVary, .outsideDomain, .refused: .failed
        }
    }

    /// The reason in words.
    public var name: BilingualText {
        switch self {
        case .notSubmitted: BilingualText(zh: "未报送", en: "not submitted")
        case .falsified: BilingualText(zh: "数据不实", en: "found false")
        case .withdrawn: BilingualText(zh: "数值存疑已剔除", en: "figure withdrawn")
        case .notCollected: BilingualText(zh: "本级均无数据", en: "no unit of the level has a figure")
        case .boundaryChanged: BilingualText(zh: "区划调整，无法衔接", en: "boundary changed")
        case .seriesBreak: BilingualText(zh: "口径调整，不可比", en: "break in the series")
        case .noEarlierPeriod: BilingualText(zh: "无可比的上期", en: "no earlier period to compare with")
        case .tooMuchMissing: BilingualText(zh: "缺失过多", en: "too much missing")
        case .notApplicable: BilingualText(zh: "不适用", en: "not applicable")
        case .notAssessedAtLevel: BilingualText(zh: "本级不评", en: "not assessed at this level")
        case .zeroTarget: BilingualText(zh: "目标为零", en: "the target is zero")
        case .zeroDenominator: BilingualText(zh: "分母为零", en: "the denominator is zero")
        case .leftFramework: BilingualText(zh: "已退出框架", en: "left the framework")
        case .noTarget: BilingualText(zh: "未给目标", en: "no target is given")
        case .referenceDoesNotVary: BilingualText(zh: "参照组无差异", en: "the reference set does not vary")
        case .outsideDomain: BilingualText(zh: "超出定义域", en: "outside the function's domain")
        case .refused: BilingualText(zh: "插件未采纳", en: "refused by the plug-in")
        }
    }
}
