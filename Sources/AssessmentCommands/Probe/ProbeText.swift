internal import AssessmentCore

/// Writes what of a ranking is firm and what is not.
struct ProbeText {
    let assessment: CompletedAssessment
    let report: RobustnessReport
    let language: Language

    init?(_ assessment: CompletedAssessment, _ language: Language) {
        guard let report = assessment.robustness else { return nil }
        self.assessment = assessment
        self.report = report
        self.language = language
    }

    /// The whole text.
    var text: String {
        let specification = assessment.specification
        var text = "\(specification.title[language]) · \(specification.period)".printable + "\n"
        if let methods = report.methods { text += self.text(methods) }
        if let errors = report.dataErrors { text += self.text(errors) }
        if let sensitivity = report.sensitivity { text += self.text(sensitivity) }
        if !report.held.isEmpty {
            text += heading(word("保持不变的部分", "Held fixed"))
            text += report.held.map { "  \($0[language].printable)\n" }.joined()
        }
        return text
    }

    func word(_ zh: String, _ en: String) -> String { language == .chinese ? zh : en }

    func heading(_ title: String) -> String { "\n\(title)\n" }

    func table(_ rows: [[String]]) -> String {
        TextTable.text(rows.map { $0.map(\.printable) }).split(separator: "\n").map { "  \($0)\n" }.joined()
    }

    func name(_ unit: Int) -> String {
        let code = report.units[unit]
        let name = assessment.data.units[code]?.name[language] ?? ""
        return name.isEmpty || name == code ? code : "\(code) \(name)"
    }

    func node(_ id: String) -> String {
        let name = assessment.specification.framework.subtree.first { $0.id == id }?.name[language] ?? ""
        return name.isEmpty || name == id ? id : "\(name) [\(id)]"
    }

    func names(_ units: [Int]) -> String {
        units.map(name).joined(separator: word("、", ", "))
    }

    func number(_ value: Double) -> String { ComparisonNumbers.text(value, decimals: 2) }

    func percent(_ share: Double) -> String { DecimalRounding.percentage(of: share) }

    func range(_ first: Int, _ last: Int) -> String { first == last ? "\(first)" : "\(first)–\(last)" }

    /// The units with a rank, group by group, the best first.
    var ranked: [Int] { report.nominal.ranked }

    /// The heading of the column of peer groups, where there are several; else nothing.
    private var groupHeading: [String] { hasGroups ? [word("分组", "group")] : [] }

    private func group(_ unit: Int) -> [String] {
        let groups = assessment.specification.rankedGroups
        let group = report.nominal[unit].group
        return hasGroups && groups.indices.contains(group) ? [groups[group].name[language]] : []
    }

    private var hasGroups: Bool { assessment.specification.rankedGroups.count > 1 }

    private func text(_ methods: MethodRanges) -> String {
        let varied = methods.varied.map { $0[language] }.joined(separator: word("、", ", "))
        var text = heading(
            word(
                "可辩护的方法之间（\(varied)；\(methods.draws)次，种子\(report.request.seed)）：变动范围，不是概率",
                "Over methods that could be defended (\(varied); \(methods.draws) replications, seed "
                    + "\(report.request.seed)): ranges, no probabilities"))
        let compared = report.nominal.compared
        let firm = compared.filter { unit in
            let rank = report.nominal[unit].rank
            return methods.ranges[unit].map { $0.bestRank == rank && $0.worstRank == rank } ?? false
        }
        let loose = compared.max { width(methods, $0) < width(methods, $1) }
        let asWide = loose.map { widest in compared.count { width(methods, $0) == width(methods, widest) } - 1 } ?? 0
        text +=
            firm.isEmpty
            ? "  " + word("没有单位在所有重复计算中保持其名次。", "No unit keeps its rank in every replication.") + "\n"
            : "  "
                + word(
                    "名次稳固：\(firm.count)个单位在所有重复计算中名次不变：\(names(firm))。",
                    "Firm: \(firm.count) of \(compared.count) units keep their ranks in every replication: \(names(firm))."
                ).printable
                + "\n"
        if let loose, width(methods, loose) > 0, let own = methods.ranges[loose] {
            let span = range(own.bestRank, own.worstRank)
            text +=
                "  "
                + word(
                    "最不稳固：\(name(loose))，名次在\(span)之间\(asWide > 0 ? "，另有\(asWide)个单位变动同样大" : "")。",
                    "Least firm: \(name(loose)), ranks \(span)\(asWide > 0 ? ", and \(asWide) \(asWide == 1 ? "other" : "others") as far" : "")."
                ).printable
                + "\n"
        }
        text +=
            "  "
            + word(
                "名次平均偏离\(number(methods.meanShift))位。",
                "On average a rank lies \(number(methods.meanShift)) from the one given.") + "\n"
        let hasScores = !report.request.variesScale
        if !hasScores {
            text +=
                "  "
                + word(
                    "不同无量纲化方法的得分量纲不同，不可直接比较，故只列名次。",
                    "Scores by different normalisations are on different scales, so that ranks alone are shown.") + "\n"
        }
        let middle = percent(report.request.interval)
        let rows = ranked.compactMap { unit -> [String]? in
            guard let own = methods.ranges[unit], let rank = report.nominal[unit].rank else { return nil }
            return group(unit) + [
                "\(rank)", name(unit), number(report.nominal[unit].score ?? .nan),
            ] + (hasScores ? ["\(number(own.lowestScore))–\(number(own.highestScore))"] : []) + [
                range(own.bestRank, own.worstRank), range(own.middleRanks.lowerBound, own.middleRanks.upperBound),
            ]
        }
        return text
            + table(
                [
                    groupHeading + [
                        word("名次", "rank"), word("单位", "unit"), word("得分", "score"),
                    ] + (hasScores ? [word("得分范围", "scores")] : []) + [
                        word("名次范围", "ranks"), word("中间\(middle)", "middle \(middle)"),
                    ]
                ] + rows)
    }

    private func width(_ methods: MethodRanges, _ unit: Int) -> Int {
        methods.ranges[unit].map { $0.worstRank - $0.bestRank } ?? 0
    }

    private func text(_ errors: DataErrorResults) -> String {
        let share = percent(report.request.interval)
        var text = heading(
            word(
                "数据误差（\(errors.draws)次，种子\(report.request.seed)）：概率与\(share)区间",
                "With errors of the data (\(errors.draws) replications, seed \(report.request.seed)): probabilities and "
                    + "\(share) intervals"))
        let apart = errors.neighbours.filter { $0.probability >= report.request.interval }.flatMap(\.ahead)
        let aheadOfNext = Dictionary(
            errors.neighbours.flatMap { own in own.ahead.map { ($0, own.probability) } },
            uniquingKeysWith: { first, _ in first })
        let tied = errors.tied.filter { $0.count > 1 }
        text +=
            "  "
            + word(
                "整个排名不变的概率为\(percent(errors.sameRanking))。",
                "The whole ranking stays with a probability of \(percent(errors.sameRanking)).") + "\n"
        if !apart.isEmpty {
            text +=
                "  "
                + word("可与其后一位区分：\(names(apart))。", "Told apart from the next one behind: \(names(apart)).").printable
                + "\n"
        }
        for group in tied {
            text +=
                "  "
                + word(
                    "与\(names([group[0]]))不可区分（统计上并列）：\(names(Array(group.dropFirst())))。",
                    "Not told apart from \(names([group[0]])) (statistically tied): \(names(Array(group.dropFirst())))."
                )
                .printable + "\n"
        }
        let grades = assessment.gradeNames
        let hasGrades = report.nominal.contains { $0.grade != nil }
        let rows = ranked.compactMap { unit -> [String]? in
            guard let own = errors.results[unit], let rank = report.nominal[unit].rank else { return nil }
            let held = own.ranks.first { $0.place == rank }?.probability ?? 0
            let shares = own.grades.map {
                "\(grades.indices.contains($0.place) ? grades[$0.place][language] : "") \(percent($0.probability))"
            }
            return group(unit) + [
                "\(rank)", name(unit), number(report.nominal[unit].score ?? .nan),
                "\(number(own.lowScore))–\(number(own.highScore))", range(own.bestRank, own.worstRank), percent(held),
                aheadOfNext[unit].map(percent) ?? "–",
            ] + (hasGrades ? [shares.joined(separator: word("，", ", "))] : [])
        }
        return text
            + table(
                [
                    groupHeading + [
                        word("名次", "rank"), word("单位", "unit"), word("得分", "score"),
                        word("得分区间", "score interval"), word("名次区间", "rank interval"),
                        word("该名次的概率", "P(this rank)"), word("先于后一位的概率", "P(ahead of next)"),
                    ] + (hasGrades ? [word("等次的概率", "P(grade)")] : [])
                ] + rows)
    }
}
