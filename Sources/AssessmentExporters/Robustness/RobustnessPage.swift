internal import AssessmentCore

/// The page that says what of the ranking is firm and what is not, in words first.
struct RobustnessPage {
    let frame: PageFrame
    let robustness: RobustnessFigures

    private var rendering: Rendering { frame.rendering }
    private var assessment: CompletedAssessment { rendering.assessment }
    private var report: RobustnessReport { robustness.report }
    private var tables: RobustnessTables { RobustnessTables(frame: frame, robustness: robustness) }
    private var charts: RobustnessCharts { RobustnessCharts(rendering: rendering, robustness: robustness) }

    /// The page.
    var document: [UInt8] {
        let inputs = VariedInputs(rendering: rendering, request: report.request)
        return frame.document(title: rendering(Wording.robustnessTitle)) {
            Tag.p(.style(.above)) { "\(assessment.specification.period)" }
            Tag.h1 { rendering(Wording.robustnessTitle) }
            Tag.p(.style(.lead)) { rendering(lead) }
            if assessment.specification.kind == .review {
                Tag.p(.style(.lead)) { rendering(Wording.announcedBeforehand) }
            }
            inWords
            if report.dataErrors != nil { dataErrors(inputs) }
            if report.methods != nil { methods(inputs) }
            if let sensitivity = report.sensitivity {
                SensitivityTables(rendering: rendering, results: sensitivity).markup
            }
            if !report.held.isEmpty {
                Tag.section {
                    Tag.h2 { rendering(Wording.heldFixed) }
                    Tag.ul(.style(.columns)) { for held in report.held { Tag.li { rendering(held) } } }
                }
            }
            Tag.p(.style(.note)) {
                rendering(Wording.replications(report.request.draws, report.request.seed))
                if report.dataErrors != nil { rendering(Wording.exactness(report.request.draws)) }
                rendering(Wording.sourceOfRobustness)
                if hasSamples { rendering(Wording.sourceOfSampleErrors) }
            }
        }
    }

    private var hasSamples: Bool {
        report.request.dataErrors.contains { if case .sample = $0.size { true } else { false } }
    }

    private var lead: BilingualText {
        switch (report.dataErrors != nil, report.methods != nil) {
        case (true, true): Wording.twoQuestions
        case (true, false): Wording.errorsAlone
        default: Wording.methodsAlone
        }
    }

    private var inWords: Markup {
        guard let summary = RobustnessSummary(assessment) else { return .empty }
        return Tag.section {
            Tag.h2 { rendering(Wording.inShort) }
            Tag.ul(.style(.summary)) {
                for sentence in summary.ofDataErrors + summary.ofMethods { Tag.li { rendering(sentence) } }
            }
        }
    }

    private func dataErrors(_ inputs: VariedInputs) -> Markup {
        let share = DecimalRounding.percentage(of: report.request.interval)
        return Tag.section {
            Tag.h2 { rendering(Wording.dataErrors) }
            list(Wording.statedErrors, Wording.errorSize, Wording.indicators, inputs.errors)
            for (rows, group) in groups {
                if let name = group.name { Tag.h3 { name } }
                for (place, figure) in charts.intervals(of: rows, group: group.name).enumerated() {
                    ChartFigure(name: "chart-intervals", number: group.number + place, drawing: figure.drawing).markup
                }
                tables.intervals(rows, group: group.name)
                tables.grades(rows, group: group.name)
            }
            Tag.p(.style(.note)) {
                rendering(Wording.intervalNote(share))
                rendering(Wording.tiesNote)
            }
        }
    }

    private func methods(_ inputs: VariedInputs) -> Markup {
        Tag.section {
            Tag.h2 { rendering(Wording.methodRanges) }
            list(Wording.variedMethods, Wording.variedInput, Wording.methodsTaken, inputs.methods)
            for (rows, group) in groups {
                if let name = group.name { Tag.h3 { name } }
                for (place, figure) in charts.ranges(of: rows, group: group.name).enumerated() {
                    ChartFigure(name: "chart-ranges", number: group.number + place, drawing: figure.drawing).markup
                }
                tables.ranges(rows, group: group.name)
            }
            Tag.p(.style(.note)) {
                rendering(Wording.rangeNote)
                rendering(Wording.takenNote)
                if robustness.report.request.variesScale { rendering(Wording.scalesDiffer) }
            }
        }
    }

    /// The ranked rows of each peer group, with its name and the number of its first chart.
    private var groups: [(rows: [Int], group: (name: String?, number: Int))] {
        var number = 1
        return assessment.peerGroups.indices.compactMap { position in
            let rows = assessment.ranking(ofGroupAt: position).ranked
            guard !rows.isEmpty else { return nil }
            defer { number += rows.count }
            return (rows, (rendering.name(ofGroup: assessment.peerGroups[position]), number))
        }
    }

    private func list(
        _ title: BilingualText, _ first: BilingualText, _ second: BilingualText, _ lines: [(name: String, text: String)]
    ) -> Markup {
        Tag.h3 { rendering(title) }
            + ScrollingTable(caption: rendering(title), style: .pillars, isTitled: true).markup {
                Tag.thead {
                    Tag.tr {
                        Tag.th(.scope(.column)) { rendering(first) }
                        Tag.th(.scope(.column)) { rendering(second) }
                    }
                }
                Tag.tbody {
                    for line in lines {
                        Tag.tr {
                            Tag.th(.scope(.row)) { line.name }
                            Tag.td { line.text }
                        }
                    }
                }
            }
    }
}

/// What is firm, on the opening page: in a sentence or two, with the way to the whole.
struct RobustnessInShort {
    let frame: PageFrame

    private var rendering: Rendering { frame.rendering }

    /// The section; nothing where nothing was asked.
    var markup: Markup {
        guard let summary = RobustnessSummary(rendering.assessment) else { return .empty }
        return Tag.section {
            Tag.h2 { rendering(Wording.robustnessTitle) }
            Tag.ul(.style(.summary)) { for sentence in summary.brief { Tag.li { rendering(sentence) } } }
            charts
            Tag.p { Tag.a(.href(frame.link(to: .robustness))) { rendering(Wording.seeRobustness) } }
        }
    }

    /// The first chart of each group; a group that fills several is shown on the page of its own alone.
    private var charts: Markup {
        guard let robustness = rendering.figures.robustness else { return .empty }
        let charts = RobustnessCharts(rendering: rendering, robustness: robustness)
        var markup = Markup.empty
        for group in rendering.assessment.peerGroups.indices {
            let rows = rendering.assessment.ranking(ofGroupAt: group).ranked
            let name = rendering.name(ofGroup: rendering.assessment.peerGroups[group])
            let figures =
                robustness.report.dataErrors == nil
                ? charts.ranges(of: rows, group: name) : charts.intervals(of: rows, group: name)
            guard figures.count == 1, let figure = figures.first else { continue }
            markup.append(ChartFigure(name: "chart-firmness", number: group + 1, drawing: figure.drawing).markup)
        }
        return markup
    }
}

/// The section of a scorecard that says how firm the place of the unit is.
struct UnitRobustnessSection {
    let frame: PageFrame
    let row: Int

    private var rendering: Rendering { frame.rendering }

    /// The section; nothing where nothing is known of the unit.
    var markup: Markup {
        guard let robustness = rendering.figures.robustness,
            let unit = UnitRobustness(rendering.assessment, robustness, row: row)
        else { return .empty }
        let charts = RobustnessCharts(rendering: rendering, robustness: robustness)
        return Tag.section {
            Tag.h2 { rendering(Wording.robustnessOfUnit) }
            Tag.ul(.style(.summary)) { for sentence in unit.sentences { Tag.li { rendering(sentence) } } }
            if let figure = charts.neighbours(of: row) {
                ChartFigure(name: "chart-firmness", drawing: figure.drawing).markup
            }
            probabilities(robustness)
            Tag.p { Tag.a(.href(frame.link(to: .robustness))) { rendering(Wording.seeRobustness) } }
        }
    }

    private func probabilities(_ robustness: RobustnessFigures) -> Markup {
        guard let errors = robustness.errors(row), errors.ranks.count > 1 else { return .empty }
        let name = rendering(rendering.assessment.ledger.panel.unit(ofRow: row).name)
        return Tag.details {
            Tag.summary { rendering(Wording.probabilitiesOfRanks(name)) }
            ScrollingTable(
                caption: rendering(Wording.probabilitiesOfRanks(name)), style: .pillars, isTitled: true
            ).markup {
                Tag.thead {
                    Tag.tr {
                        Tag.th(.scope(.column)) { rendering(Wording.rank) }
                        Tag.th(.scope(.column), .style(.number)) { rendering(Wording.probability) }
                        Tag.td(.style(.barCell)) {}
                    }
                }
                Tag.tbody {
                    for share in errors.ranks {
                        let text = DecimalRounding.percentage(of: share.probability)
                        Tag.tr {
                            Tag.th(.scope(.row)) { "\(share.place)" }
                            Tag.td(.style(.number)) { text }
                            Tag.td(.style(.barCell)) {
                                Bar(score: share.probability, median: nil, full: 1, label: text).markup
                            }
                        }
                    }
                }
            }
        }
    }
}
