internal import AssessmentCore

/// To what the spread over methods is laid, as tables of the page of robustness.
struct SensitivityTables {
    let rendering: Rendering
    let results: SensitivityResults

    private var assessment: CompletedAssessment { rendering.assessment }

    /// The section.
    var markup: Markup {
        Tag.section {
            Tag.h2 { rendering(Wording.sensitivityTitle) }
            if !results.indices.isEmpty {
                table(
                    Wording.sobolCaption, [Wording.variedInput, Wording.alone, Wording.withOthers],
                    results.indices.map {
                        [
                            rendering($0.input), interval($0.first, $0.firstLow, $0.firstHigh),
                            interval($0.total, $0.totalLow, $0.totalHigh),
                        ]
                    })
            }
            if results.indices.isEmpty {
                Tag.p { rendering(Wording.oneInput) }
            } else {
                Tag.p(.style(.note)) { rendering(Wording.sobolNote) }
            }
            if !results.leftOut.isEmpty {
                table(
                    Wording.leftOutCaption,
                    [Wording.withoutUnit, Wording.meanShiftHeading, Wording.farthestMove],
                    results.leftOut.map { own in
                        [
                            node(own.node), number(own.meanShift),
                            own.unit.map { unit in
                                "\(name(unit)) \(rendering(Wording.moved(-own.largestShift)))"
                                    + (own.others > 0 ? rendering(Wording.asFar(own.others)) : "")
                            } ?? rendering(Wording.dash),
                        ]
                    })
            }
            if !results.swaps.isEmpty {
                table(
                    Wording.swapsCaption,
                    [Wording.ahead, Wording.behind, Wording.weightOf, Wording.shareNow, Wording.shareNeeded],
                    results.swaps.sorted { abs($0.needed - $0.share) < abs($1.needed - $1.share) }.map {
                        [name($0.ahead), name($0.behind), node($0.node), percent($0.share), percent($0.needed)]
                    }, texts: 3)
                Tag.p(.style(.note)) { rendering(Wording.swapsNote) }
            }
            if results.reversals.isEmpty {
                Tag.p { rendering(Wording.noReversal) }
            } else {
                table(
                    Wording.reversalsCaption, [Wording.withoutUnit, Wording.firstTurned, Wording.pairsTurned],
                    results.reversals.map {
                        [
                            name($0.without), rendering(Wording.passes(unit($0.behind), unit($0.ahead))), "\($0.pairs)",
                        ]
                    }, texts: 2)
            }
            if !results.weights.isEmpty {
                table(
                    Wording.effectiveCaption,
                    [Wording.weightOf, Wording.intendedWeight, Wording.effectiveWeight],
                    results.weights.map { [node($0.node), percent($0.intended), percent($0.effective)] })
                Tag.p(.style(.note)) { rendering(Wording.effectiveNote) }
            }
        }
    }

    private func table(
        _ caption: BilingualText, _ headings: [BilingualText], _ rows: [[String]], texts: Int = 1
    ) -> Markup {
        Tag.h3 { rendering(caption) }
            + ScrollingTable(caption: rendering(caption), style: .pillars, isTitled: true).markup {
                Tag.thead {
                    Tag.tr {
                        for (column, heading) in headings.enumerated() {
                            Tag.th(.scope(.column), column < texts ? nil : .style(.number)) { rendering(heading) }
                        }
                    }
                }
                Tag.tbody {
                    for row in rows {
                        Tag.tr {
                            for (column, text) in row.enumerated() {
                                if column == 0 {
                                    Tag.th(.scope(.row)) { text }
                                } else {
                                    Tag.td(column < texts ? nil : .style(.number)) { text }
                                }
                            }
                        }
                    }
                }
            }
    }

    private func unit(_ place: Int) -> BilingualText { assessment.ledger.panel.units[place].name }

    private func name(_ place: Int) -> String { rendering(unit(place)) }

    private func node(_ id: String) -> String {
        assessment.root.subtree.first { $0.id == id }.map { rendering($0.name) } ?? id
    }

    private func number(_ value: Double) -> String {
        value.isFinite ? DecimalRounding.text(value, decimals: 2) : rendering(Wording.dash)
    }

    private func interval(_ value: Double, _ low: Double, _ high: Double) -> String {
        value.isFinite && low.isFinite && high.isFinite
            ? "\(number(value)) [\(number(low)), \(number(high))]" : number(value)
    }

    private func percent(_ share: Double) -> String {
        share.isFinite ? "\(DecimalRounding.text(100 * share, decimals: 2))%" : rendering(Wording.dash)
    }
}
