internal import AssessmentCore

/// The page of statistics: each table with what is to be noticed of it.
struct StatisticsPage {
    let frame: PageFrame

    private var rendering: Rendering { frame.rendering }
    private var assessment: CompletedAssessment { rendering.assessment }

    /// The page.
    var document: [UInt8] {
        frame.document(title: rendering(Wording.statistics)) {
            Tag.h1 { rendering(Wording.statistics) }
            if assessment.statistics.isEmpty {
                Tag.p(.style(.lead)) { rendering(Wording.noStatistics) }
            } else {
                Tag.p(.style(.lead)) { rendering(Wording.statisticsLead) }
            }
            for table in assessment.statistics { section(table) }
        }
    }

    private func section(_ table: StatisticsTable) -> Markup {
        Tag.section {
            Tag.h2 { rendering(table.title) }
            if table.rows.isEmpty {
                Tag.p { rendering(Wording.nothingFound) }
            } else {
                data(table)
                Tag.p(.style(.note)) {
                    rendering(Wording.fullPrecision)
                    Tag.a(.href(frame.address.link(toFile: StatisticsExporter.path(of: table)))) {
                        StatisticsExporter.path(of: table)
                    }
                }
            }
            if !table.remarks.isEmpty {
                Tag.h3 { rendering(Wording.remarks) }
                Tag.ul {
                    for remark in table.remarks { Tag.li { rendering(remark) } }
                }
            }
        }
    }

    private func data(_ table: StatisticsTable) -> Markup {
        let areCounts = table.columns.indices.map { column in
            table.values.allSatisfy { row in
                guard row.indices.contains(column), let value = row[column] else { return true }
                return value == value.rounded()
            }
        }
        return ScrollingTable(caption: rendering(table.title), style: .ranking, isTitled: true).markup {
            Tag.thead {
                Tag.tr {
                    Tag.th(.scope(.column), .style(.sticky)) { rendering(Wording.item) }
                    for column in table.columns {
                        Tag.th(.scope(.column), .style(.number)) { heading(column) }
                    }
                }
            }
            Tag.tbody {
                for (row, values) in zip(table.rows, table.values) {
                    Tag.tr {
                        Tag.th(.scope(.row), .style(.sticky)) { name(row) }
                        for (value, isCount) in zip(values, areCounts) {
                            Tag.td(.style(.number)) { text(value, isCount: isCount) }
                        }
                    }
                }
            }
        }
    }

    private func heading(_ column: String) -> String {
        Wording.statistic[column].map { rendering($0) } ?? column
    }

    /// The name of a row: of the node or unit whose id it is, with the id beside it.
    private func name(_ row: String) -> Markup {
        let node = assessment.root.subtree.first { $0.id == row }?.name
        let unit = assessment.ledger.panel.units.first { $0.code == row }?.name
        guard let name = (node ?? unit).map({ rendering($0) }), name != row else { return Markup(row) }
        return Markup(name) + Markup(" ") + Tag.span(.style(.measure)) { row }
    }

    /// A number with about as many digits as a reader needs; one too close to zero for them is not printed as zero.
    private func text(_ value: Double?, isCount: Bool) -> String {
        guard let value, value.isFinite else { return rendering(Wording.dash) }
        if isCount { return DecimalRounding.text(value, decimals: 0) }
        let decimals = value.magnitude >= 1000 ? 1 : value.magnitude >= 10 ? 2 : 3
        if value != 0, value.magnitude < 0.0005 { return value > 0 ? "<\u{2009}0.001" : ">\u{2009}−0.001" }
        return DecimalRounding.text(value, decimals: decimals)
    }
}
