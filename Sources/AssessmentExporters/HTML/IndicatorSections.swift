internal import AssessmentCore

/// The indicators of a scorecard, pillar by pillar at any depth.
struct IndicatorSections {
    let rendering: Rendering
    let result: UnitResult

    private var assessment: CompletedAssessment { rendering.assessment }
    private var row: Int { result.row }

    /// The sections with their notes.
    var markup: Markup {
        section(assessment.root, depth: 3, isRoot: true) + notes
    }

    private func section(_ node: FrameworkNode, depth: Int, isRoot: Bool = false) -> Markup {
        let known = rendering.figures[node.id]
        let (own, pillars) = (known?.ownIndicators ?? [], known?.pillars ?? [])
        // How the total was computed stands beside the pillars, where there are any.
        let isIndicator = known?.isIndicator ?? false
        let isExplained = isIndicator || isRoot && !pillars.isEmpty
        let workings = WorkingsList(rendering: rendering, result: result)
        @MarkupBuilder func content() -> Markup {
            if !own.isEmpty { table(of: node, own) }
            workings.markup(of: (isExplained ? [] : [node]) + own, titled: Wording.workings)
            if !isIndicator {
                for pillar in pillars { section(pillar, depth: isRoot ? depth : depth + 1) }
            }
        }
        guard !isRoot else { return content() }
        return Tag.section(.id(.node(node.id))) {
            Tag.heading(depth)() {
                rendering(node.name)
                NodeName(rendering: rendering, node: node).mark
                " "
                Tag.span(.style(.aside)) { rendering.score(node, row: row) }
            }
            content()
        }
    }

    private func table(of node: FrameworkNode, _ indicators: [FrameworkNode]) -> Markup {
        Tag.table(.style(.indicators, result.weights.fullMarks == nil ? nil : .marks)) {
            Tag.caption(.style(.spoken)) { rendering(Wording.indicatorsOf(rendering(node.name))) }
            Tag.thead { heading }
            Tag.tbody {
                for indicator in indicators { line(indicator) }
            }
        }
    }

    private var heading: Markup {
        Tag.tr {
            Tag.th(.scope(.column)) { rendering(Wording.indicator) }
            for heading in [Wording.value, Wording.target, Wording.score, Wording.rank] {
                Tag.th(.scope(.column), .style(.number)) { rendering(heading) }
            }
            Tag.th(.scope(.column), .style(.number)) {
                rendering(result.weights.fullMarks == nil ? Wording.weight : Wording.fullMarks)
            }
            if result.weights.givesPoints { Tag.th(.scope(.column), .style(.number)) { rendering(Wording.points) } }
            Tag.th(.scope(.column), .style(.words)) { rendering(Wording.state) }
            Tag.th(.scope(.column), .style(.words)) { rendering(Wording.source) }
        }
    }

    /// The part of the style sheet that prints the headings beside the cells on a narrow screen: the tables are many, and
    /// alike. Points, where there are any, stand before the last two columns.
    static var narrowHeadings: String {
        let headings = [
            ("td:nth-child(2)", Wording.value), ("td:nth-child(3)", Wording.target), ("td:nth-child(4)", Wording.score),
            ("td:nth-child(5)", Wording.rank), ("td:nth-child(6)", Wording.weight),
            ("td:nth-child(7):nth-last-child(3)", Wording.points), ("td:nth-last-child(2)", Wording.state),
            ("td:last-child", Wording.source),
        ]
        let rules = headings.map { (".indicators \($0)", $1) } + [(".marks td:nth-child(6)", Wording.fullMarks)]
        let lines = rules.map { cell, heading in
            "\(cell)::before { content: \"\(heading.zh)\"; }\n"
                + ":root:lang(en) \(cell)::before { content: \"\(heading.en)\"; }\n"
        }
        return "@media screen and (max-width: 44rem) {\n\(lines.joined())}\n"
    }

    private func line(_ node: FrameworkNode) -> Markup {
        let known = rendering.figures[node.id]
        let unit = known?.unitOfMeasure
        return Tag.tr {
            Tag.th(.scope(.row)) {
                NodeName(rendering: rendering, node: node).linked(to: .workings(node.id))
                if let unit, !unit.symbol.zh.isEmpty {
                    Tag.span(.style(.measure)) { rendering(Wording.brackets(unit.symbol)) }
                }
            }
            Tag.td {
                known?.value(row).map { rendering.value($0, in: unit) } ?? rendering(Wording.dash)
                flag(of: node)
            }
            Tag.td { target(known?.targets[row]) }
            Tag.td { rendering.score(node, row: row) }
            Tag.td { rendering.standing(of: node, row: row) }
            Tag.td { rendering.weight(of: node, in: result.weights) }
            if result.weights.givesPoints { Tag.td { rendering.points(of: node, in: result.weights) } }
            Tag.td {
                state(of: known)
                light(known?.lights[row])
            }
            Tag.td {
                SourceList(rendering: rendering, sources: result.sources[node.id] ?? []).markup
            }
        }
    }

    /// A mark that leads to what the checks found of its data.
    private func flag(of node: FrameworkNode) -> Markup {
        guard !result.flags[node].isEmpty else { return .empty }
        return Markup(" ") + Tag.a(.style(.flag), .href(.to(.workings(node.id)))) { rendering(Wording.flag) }
    }

    private func target(_ target: (value: Double, isReached: Bool?)?) -> Markup {
        guard let target else { return Markup(rendering(Wording.dash)) }
        var markup = Markup(rendering.plain(target.value))
        if let isReached = target.isReached {
            markup.append(Markup(" "))
            markup.append(
                Tag.span(.style(isReached ? .reached : .notReached)) {
                    rendering(isReached ? Wording.reached : Wording.notReached)
                })
        }
        return markup
    }

    private func state(of known: Figures.Node?) -> Markup {
        guard let values = known?.values else { return .empty }
        let state = rendering(Wording.state(values.states[row]))
        if values.states[row] == .measured {
            return Tag.span(.style(.quiet)) {
                state
                if let note = values.notes[row] {
                    rendering(Wording.semicolon)
                    rendering(note)
                }
            }
        }
        return Tag.strong { state } + Markup(rendering(Wording.colon) + rendering.shortReason(values, row: row))
    }

    private func light(_ colour: Light.Colour?) -> Markup {
        guard let colour else { return .empty }
        return Tag.span(.style(Rendering.style(of: colour))) { rendering(colour.name) }
    }

    private var notes: Markup {
        let shares = rendering.figures.framework.contains { result.weights[$0]?.tookOver ?? false }
        return Tag.p(.style(.note)) {
            if result.weights.givesPoints { rendering(Wording.pointsNote) + " " }
            if shares { rendering(Wording.sharedWeight) }
        }
    }
}
