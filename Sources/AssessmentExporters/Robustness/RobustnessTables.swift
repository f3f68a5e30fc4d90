internal import AssessmentCore

/// The tables of the page of robustness.
struct RobustnessTables {
    let frame: PageFrame
    let robustness: RobustnessFigures

    private var rendering: Rendering { frame.rendering }
    private var assessment: CompletedAssessment { rendering.assessment }
    private var root: FrameworkNode { assessment.root }
    private var share: String { DecimalRounding.percentage(of: robustness.report.request.interval) }
    private var period: Period { assessment.specification.period }

    /// A column of a table of units.
    struct Column {
        let heading: BilingualText
        var isNumber = true
        /// The content of a row, and what it is sorted by where that is more than its text says.
        let content: (_ row: Int) -> (markup: Markup, order: Double?)

        /// The cell of a row.
        func data(_ row: Int) -> Markup {
            let (markup, order) = content(row)
            return Tag.td(isNumber ? .style(.number) : nil, order.map { Attribute.order($0) }) { markup }
        }
    }

    /// What a ranking shows beside its totals: intervals from errors of the data, and the range over methods.
    var spans: [Column] { robustness.spans.map(column) }

    private func column(_ span: RobustnessSpan) -> Column {
        Column(heading: span.heading) { row in
            self.cell(span.text(row, self.assessment), order: span.order(row))
        }
    }

    /// A table of units, one a row.
    func table(_ caption: String, rows: [Int], _ columns: [Column]) -> Markup {
        ScrollingTable(caption: caption, style: .ranking, isSortable: true).markup {
            Tag.thead {
                Tag.tr {
                    Tag.th(.scope(.column), .style(.number, .rank)) { rendering(Wording.rank) }
                    Tag.th(.scope(.column), .style(.sticky)) { rendering(Wording.unit) }
                    for column in columns {
                        Tag.th(.scope(.column), column.isNumber ? .style(.number) : nil) { rendering(column.heading) }
                    }
                }
            }
            Tag.tbody {
                for row in rows {
                    Tag.tr {
                        Tag.td(.style(.number, .rank)) {
                            robustness.standing(row)?.rank.map(String.init) ?? rendering(Wording.dash)
                        }
                        Tag.th(.scope(.row), .style(.sticky)) { link(row) }
                        for column in columns { column.data(row) }
                    }
                }
            }
        }
    }

    private func link(_ row: Int) -> Markup {
        let unit = assessment.ledger.panel.unit(ofRow: row)
        return Tag.a(.href(frame.link(to: .unit(code: unit.code)))) { rendering(unit.name) }
    }

    private func cell(_ text: String?, order: Double? = nil) -> (markup: Markup, order: Double?) {
        (Markup(text ?? rendering(Wording.dash)), order)
    }

    private var total: Column {
        Column(heading: Wording.total) { self.cell(self.rendering.score(self.root, row: $0)) }
    }

    /// Intervals from errors of the data.
    func intervals(_ rows: [Int], group: String?) -> Markup {
        let probability = Column(heading: Wording.probabilityOfRank) { row in
            self.cell(self.robustness.probabilityOfRank(row).map(DecimalRounding.percentage(of:)))
        }
        let next = Column(heading: Wording.aheadOfNext) { row in
            self.cell(self.robustness.probabilityAheadOfNext(row).map(DecimalRounding.percentage(of:)))
        }
        let tied = Column(heading: Wording.notToldApart, isNumber: false) { row in
            guard let tied = self.robustness.tiedGroup(row), let first = tied.first else { return self.cell(nil) }
            return first == self.robustness.unit(row)
                ? self.cell(self.rendering(Wording.tiedBehind))
                : self.cell(self.rendering(self.assessment.ledger.panel.units[first].name))
        }
        return table(
            rendering(Wording.intervalsOf(group, period)), rows: rows,
            [total, column(.scoreInterval(robustness)), column(.rankInterval(robustness)), probability, next, tied])
    }

    /// The probability of each grade of those that may have another one; nothing where there are no grades.
    func grades(_ rows: [Int], group: String?) -> Markup {
        let graded = rows.filter { robustness.errors($0)?.grades.isEmpty == false }
        guard !graded.isEmpty else { return .empty }
        let open = graded.filter { (robustness.errors($0)?.grades.count ?? 0) > 1 }
        let others = Tag.p { rendering(Wording.gradesNeverOther(graded.count - open.count, of: graded.count)) }
        guard !open.isEmpty else { return others }
        let given = Column(heading: Wording.grade, isNumber: false) { row in
            guard let grade = self.robustness.standing(row)?.grade,
                self.robustness.gradeNames.indices.contains(grade)
            else { return self.cell(nil) }
            return (Tag.span(.style(.grade)) { self.rendering(self.robustness.gradeNames[grade]) }, nil)
        }
        let columns = robustness.gradeNames.enumerated().map { place, name in
            Column(heading: name) { row in
                let found = self.robustness.errors(row)?.grades.first { $0.place == place }?.probability
                let text = found.map(DecimalRounding.percentage(of:)) ?? "0"
                return self.robustness.standing(row)?.grade == place
                    ? (Tag.strong { text }, found ?? 0) : (Markup(text), found ?? 0)
            }
        }
        return table(rendering(Wording.probabilitiesOfGrades(group)), rows: open, [given] + columns) + others
    }

    /// Ranges over methods.
    func ranges(_ rows: [Int], group: String?) -> Markup {
        let middle = Column(heading: Wording.middleOfRanges(share)) { row in
            let range = self.robustness.range(row)
            return self.cell(
                range.map { RobustnessFigures.span($0.middleRanks.lowerBound, $0.middleRanks.upperBound) },
                order: range?.middleBestRank)
        }
        let median = Column(heading: Wording.medianRank) { row in
            self.cell(self.robustness.range(row).map { RobustnessFigures.rank($0.medianRank) })
        }
        return table(
            rendering(Wording.rangesOf(group, period)), rows: rows,
            [total] + (robustness.report.request.variesScale ? [] : [column(.scoreRange(robustness))])
                + [column(.rankRange(robustness)), middle, median])
    }
}
