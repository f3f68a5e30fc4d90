internal import AssessmentCore

/// How totals are spread: the number of units in each band.
struct DistributionSection {
    let rendering: Rendering

    /// The section; nothing where there is no total.
    var markup: Markup {
        let figures = rendering.figures
        let root = figures.assessment.root
        let totals = figures.rows.compactMap { figures.printedScore(of: root, row: $0) }
        guard totals.count > 1, let bands = TotalBands(totals)?.bands else { return .empty }
        return Tag.section {
            Tag.h2 { rendering(Wording.distribution) }
            SiteCharts(rendering: rendering).totals()
            Tag.details {
                Tag.summary { rendering(Wording.asTable) }
                table(bands, units: totals.count)
            }
        }
    }

    private func table(_ bands: [TotalBands.Band], units: Int) -> Markup {
        let most = Double(bands.map(\.count).max() ?? 1)
        return ScrollingTable(caption: rendering(Wording.distributionCaption(units)), style: .pillars).markup {
            Tag.thead {
                Tag.tr {
                    Tag.th(.scope(.column)) { rendering(Wording.total) }
                    Tag.th(.scope(.column), .style(.number)) { rendering(Wording.units) }
                    Tag.td(.style(.barCell)) {}
                }
            }
            Tag.tbody {
                for band in bands.reversed() {
                    Tag.tr {
                        Tag.th(.scope(.row)) {
                            rendering(Wording.band(rendering.plain(band.from), rendering.plain(band.below)))
                        }
                        Tag.td(.style(.number)) { "\(band.count)" }
                        Tag.td(.style(.barCell)) {
                            Bar(
                                score: Double(band.count), median: nil, full: most,
                                label: rendering(Wording.unitCount(band.count))
                            ).markup
                        }
                    }
                }
            }
        }
    }
}

/// What changed against the period before: the largest rises and falls of the total, or of the rank where the years do not
/// stand on one scale.
struct ChangesSection {
    let frame: PageFrame

    /// How many rises, and how many falls, are listed.
    private static let listed = 5
    private var rendering: Rendering { frame.rendering }
    private var assessment: CompletedAssessment { rendering.assessment }

    /// The section; nothing where no earlier period was run.
    var markup: Markup {
        guard let period = assessment.previousPeriod else { return .empty }
        let changes = rendering.figures.rows.compactMap { row in
            (assessment.comparesYears
                ? assessment.changeOfTotal(row: row) : assessment.changeOfRank(row: row).map(Double.init))
                .map { (row: row, change: $0) }
        }
        let rises = changes.filter { $0.change > 0 }.sorted { ($1.change, $0.row) < ($0.change, $1.row) }
        let falls = changes.filter { $0.change < 0 }.sorted { ($0.change, $0.row) < ($1.change, $1.row) }
        return Tag.section {
            Tag.h2 { rendering(Wording.changesSince(period)) }
            if !assessment.comparesYears, !changes.isEmpty { Tag.p(.style(.note)) { rendering(Wording.noteOnYears) } }
            if changes.isEmpty {
                Tag.p { rendering(Wording.noDataFor(period)) + rendering(Wording.stop) }
            } else {
                SiteCharts(rendering: rendering).ranks()
                table(Wording.rises, period, rises.prefix(ChangesSection.listed).map { ($0.row, $0.change) })
                table(Wording.falls, period, falls.prefix(ChangesSection.listed).map { ($0.row, $0.change) })
            }
        }
    }

    private func table(_ title: BilingualText, _ period: Period, _ changes: [(row: Int, change: Double)]) -> Markup {
        guard !changes.isEmpty else { return .empty }
        let decimals = rendering.figures.decimals(of: assessment.root)
        return Tag.h3 { rendering(title) }
            + ScrollingTable(caption: rendering(title), style: .pillars, isTitled: true).markup {
                Tag.thead {
                    Tag.tr {
                        Tag.th(.scope(.column)) { rendering(Wording.unit) }
                        Tag.th(.scope(.column), .style(.number)) { rendering(Wording.total) }
                        if assessment.comparesYears {
                            Tag.th(.scope(.column), .style(.number)) { rendering(Wording.against(period)) }
                        }
                        Tag.th(.scope(.column), .style(.number)) { rendering(Wording.rank) }
                    }
                }
                Tag.tbody {
                    for (row, change) in changes {
                        Tag.tr {
                            Tag.th(.scope(.row)) { name(assessment.ledger.panel.unit(ofRow: row)) }
                            Tag.td(.style(.number, .total)) { rendering.score(assessment.root, row: row) }
                            if assessment.comparesYears {
                                Tag.td(.style(.number)) { rendering.signed(change, decimals: decimals) }
                            }
                            Tag.td(.style(.number)) { RankChange(rendering: rendering, row: row).markup }
                        }
                    }
                }
            }
    }

    private func name(_ unit: AssessedUnit) -> Markup {
        Tag.a(.href(frame.link(to: .unit(code: unit.code)))) { rendering(unit.name) }
    }
}
