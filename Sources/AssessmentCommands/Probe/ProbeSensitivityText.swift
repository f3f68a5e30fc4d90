internal import AssessmentCore

extension ProbeText {
    /// To what the spread is laid, in words.
    func text(_ results: SensitivityResults) -> String {
        var text = ""
        if !results.indices.isEmpty {
            text += heading(
                word(
                    "名次变动的来源（Sobol指数，占平均名次变动方差的份额）",
                    "Where the spread comes from (Sobol indices: shares in the variance of the mean shift of ranks)"))
            text += table(
                [
                    [
                        word("来源", "input"), word("单独", "alone"), word("区间", "interval"), word("含交互", "with others"),
                        word("区间", "interval"),
                    ]
                ]
                    + results.indices.map {
                        [
                            $0.input[language], number($0.first), "\(number($0.firstLow))…\(number($0.firstHigh))",
                            number($0.total), "\(number($0.totalLow))…\(number($0.totalHigh))",
                        ]
                    })
        }
        return text + leftOut(results) + swaps(results) + reversals(results) + weights(results)
    }

    private func leftOut(_ results: SensitivityResults) -> String {
        guard !results.leftOut.isEmpty else { return "" }
        let rows = results.leftOut.map { own in
            [
                node(own.node), number(own.meanShift),
                own.unit.map { name($0) + word("，", ", ") + places(own.largestShift) + asFar(own.others) } ?? "–",
            ]
        }
        return heading(word("去掉一个指标或板块", "Leaving out one indicator or pillar"))
            + table(
                [[word("去掉", "without"), word("平均名次变动", "mean shift"), word("最大变动", "farthest move")]] + rows)
    }

    /// How far a rank moves, in words: a number with a sign does not say which way is up.
    private func places(_ shift: Int) -> String {
        let count = abs(shift)
        return shift < 0
            ? word("上升\(count)位", "up \(count)") : word("下降\(count)位", "down \(count)")
    }

    private func asFar(_ others: Int) -> String {
        others == 0 ? "" : word("（另有\(others)个单位同样）", " (and \(others) \(others == 1 ? "other" : "others") as far)")
    }

    private func swaps(_ results: SensitivityResults) -> String {
        guard !results.swaps.isEmpty else { return "" }
        let rows = results.swaps.sorted { abs($0.needed - $0.share) < abs($1.needed - $1.share) }.map {
            [
                name($0.ahead), name($0.behind), node($0.node), percent($0.share),
                ComparisonNumbers.text(100 * $0.needed, decimals: 2) + "%",
            ]
        }
        return heading(
            word("使相邻两单位互换的最小权重变化", "The smallest change of one weight that swaps two neighbours"))
            + table(
                [
                    [
                        word("在前", "ahead"), word("在后", "behind"), word("权重", "weight of"), word("现为", "now"),
                        word("互换于", "swaps at"),
                    ]
                ] + rows)
    }

    private func reversals(_ results: SensitivityResults) -> String {
        let title = heading(word("逆序检验（去掉一个单位）", "Rank reversal (one unit not assessed)"))
        guard !results.reversals.isEmpty else {
            return title
                + "  " + word("去掉任何一个单位，其余单位的先后次序不变。", "Without any one unit, the order of the others stays.") + "\n"
        }
        return title
            + table(
                [[word("去掉", "without"), word("次序颠倒的对数", "pairs that turn around"), word("如", "such as")]]
                    + results.reversals.map {
                        [
                            name($0.without), "\($0.pairs)",
                            word(
                                "\(name($0.behind))超过\(name($0.ahead))", "\(name($0.behind)) passes \(name($0.ahead))"),
                        ]
                    })
    }

    private func weights(_ results: SensitivityResults) -> String {
        guard !results.weights.isEmpty else { return "" }
        return heading(word("名义权重与实际权重", "Intended and effective weights"))
            + table(
                [[word("节点", "node"), word("名义", "intended"), word("实际", "effective")]]
                    + results.weights.map { [node($0.node), percent($0.intended), percent($0.effective)] })
    }
}
