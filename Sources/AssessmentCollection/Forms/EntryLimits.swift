internal import AssessmentCore
internal import AssessmentSpreadsheets

/// The numbers that the declared checks of a variable expect in its cell of a form.
struct EntryLimits: Sendable, Hashable {
    private(set) var atLeast: Double?
    private(set) var atMost: Double?
    private(set) var isWhole = false

    /// The bounds that every check on this variable alone leaves; nothing where none says anything of it.
    init?(_ checks: [DataCheck]) {
        for check in checks {
            switch check.rule {
            case .range(_, let least, let most):
                if let least { atLeast = max(atLeast ?? least, least) }
                if let most { atMost = min(atMost ?? most, most) }
            case .wholeNumber:
                isWhole = true
                atLeast = max(atLeast ?? 0, 0)
            case .required, .identity, .order: continue
            }
        }
        if atLeast == nil, atMost == nil, !isWhole { return nil }
    }

    /// What a spreadsheet program expects.
    var kind: EntryRule.Kind {
        // A rule of spreadsheet programs for whole numbers needs both ends to be sure of its meaning in all of them.
        isWhole
            ? .whole(atLeast: atLeast ?? -1e15, atMost: atMost ?? 1e15)
            : .decimal(atLeast: atLeast ?? -1e15, atMost: atMost ?? 1e15)
    }

    /// What is expected, in words.
    var words: BilingualText {
        let zh = isWhole ? "整数" : "数值"
        let en = isWhole ? "a whole number" : "a number"
        switch (atLeast.map(Formula.text), atMost.map(Formula.text)) {
        case (let least?, let most?):
            return BilingualText(zh: "应为\(least)至\(most)的\(zh)。", en: "Expected \(en) from \(least) to \(most).")
        case (let least?, nil):
            return BilingualText(zh: "应为不小于\(least)的\(zh)。", en: "Expected \(en) of at least \(least).")
        case (nil, let most?): return BilingualText(zh: "应为不大于\(most)的\(zh)。", en: "Expected \(en) of at most \(most).")
        case (nil, nil): return BilingualText(zh: "应为\(zh)。", en: "Expected \(en).")
        }
    }
}
