internal import AssessmentCore

/// The tasks: the scores of the bodies that lead them, the tasks themselves, and where each body stands with its own.
struct TasksPage {
    let frame: PageFrame
    let scheme: TaskScheme
    let report: TaskReport

    private var rendering: Rendering { frame.rendering }
    private var assessment: CompletedAssessment { rendering.assessment }
    private var departments: [TaskReport.Body] { report.bodies.filter(\.isDepartment) }
    private var units: [TaskReport.Body] { report.bodies.filter { !$0.isDepartment } }

    /// The page.
    var document: [UInt8] {
        frame.document(title: rendering(Wording.tasks)) {
            if !assessment.specification.basis.isEmpty {
                Tag.p(.style(.above)) { rendering.verbatim(assessment.specification.basis) }
            }
            Tag.h1 { rendering(Wording.tasksTitle) }
            Tag.p(.style(.lead)) {
                rendering(Wording.tasksLead(scheme.tasks.count, bodies: report.bodies.count, asOf: report.asOf))
            }
            Tag.section {
                Tag.h2 { rendering(Wording.scoresOfBodies) }
                if !departments.isEmpty { scores(departments, Wording.leadDepartments) }
                if !units.isEmpty { scores(units, Wording.leadUnits) }
                Tag.p(.style(.note)) { rendering(Wording.taskScoreRule(scheme)) }
                Tag.p(.style(.note)) { rendering(Wording.lightRule(scheme.lights)) }
            }
            Tag.section {
                Tag.h2 { rendering(Wording.tasks) }
                list
            }
            Tag.section {
                Tag.h2 { rendering(Wording.tasksByBody) }
                for body in report.bodies { details(body) }
            }
        }
    }

    private func scores(_ bodies: [TaskReport.Body], _ title: BilingualText) -> Markup {
        // The best first; those of one score, and those without any, in listed order.
        let ordered = bodies.enumerated().sorted {
            (-($0.element.score ?? -1), $0.offset) < (-($1.element.score ?? -1), $1.offset)
        }.map(\.element)
        return Tag.h3 { rendering(title) }
            + Tag.table(.style(.stacked, .tasks)) {
                Tag.caption(.style(.spoken)) { rendering(title) }
                Tag.thead {
                    Tag.tr {
                        Tag.th(.scope(.column)) { rendering(Wording.leadBody) }
                        Tag.th(.scope(.column), .style(.number)) { rendering(Wording.score) }
                        Tag.td(.style(.barCell)) {}
                        Tag.th(.scope(.column), .style(.number)) { rendering(Wording.taskCount) }
                        Tag.th(.scope(.column), .style(.words)) { rendering(Wording.light) }
                    }
                }
                Tag.tbody {
                    for body in ordered { line(body) }
                }
            }
    }

    private func line(_ body: TaskReport.Body) -> Markup {
        Tag.tr {
            Tag.th(.scope(.row)) { Tag.a(.href(.to(.body(body.code)))) { rendering(body.name) } }
            Tag.td(.style(.number, .total), .heading(rendering(Wording.score))) { score(body.score) }
            Tag.td(.style(.barCell)) {
                Bar(
                    score: body.score, median: nil, full: 100,
                    label: rendering(Wording.bar(score(body.score), median: nil))
                ).markup
            }
            Tag.td(.style(.number), .heading(rendering(Wording.taskCount))) { String(report.lines(of: body).count) }
            Tag.td(.style(.words, .lights), .heading(rendering(Wording.light))) { lights(body) }
        }
    }

    private func lights(_ body: TaskReport.Body) -> Markup {
        var markup = Markup.empty
        for colour in Light.Colour.allCases {
            guard let count = body.lights[colour] else { continue }
            markup.append(
                Tag.span(.style(Rendering.style(of: colour))) { "\(rendering(Wording.lightName(colour))) \(count)" })
        }
        return markup
    }

    private var list: Markup {
        Tag.table(.style(.stacked, .tasks)) {
            Tag.caption(.style(.spoken)) { rendering(Wording.tasks) }
            Tag.thead {
                Tag.tr {
                    for heading in [
                        Wording.task, Wording.leadBody, Wording.supporting, Wording.deadline, Wording.deliverable,
                    ] { Tag.th(.scope(.column)) { rendering(heading) } }
                    Tag.th(.scope(.column), .style(.number)) { rendering(Wording.taskPoints) }
                }
            }
            Tag.tbody {
                for task in scheme.tasks {
                    Tag.tr(.id(.task(task.id))) {
                        Tag.th(.scope(.row)) { name(task) }
                        Tag.td(.style(.words), .heading(rendering(Wording.leadBody))) { parties(task.lead) }
                        Tag.td(.style(.words), .heading(rendering(Wording.supporting))) { parties(task.support) }
                        Tag.td(.style(.words, .date), .heading(rendering(Wording.deadline))) {
                            task.deadline.description
                        }
                        Tag.td(.style(.words), .heading(rendering(Wording.deliverable))) {
                            deliverable(task)
                        }
                        Tag.td(.style(.number), .heading(rendering(Wording.taskPoints))) {
                            rendering.plain(task.points)
                        }
                    }
                }
            }
        }
    }

    private func name(_ task: ReviewTask) -> Markup {
        var markup = Markup(rendering(task.name))
        if let statement = task.statement {
            markup.append(Markup(" ") + Tag.span(.style(.measure)) { rendering.verbatim(statement) })
        }
        if task.isBestEffort {
            markup.append(Markup(" ") + Tag.span(.style(.bonus)) { rendering(Wording.bestEffort) })
        }
        return markup
    }

    /// What is delivered, and how much of it.
    private func deliverable(_ task: ReviewTask) -> String {
        let unit = rendering(task.unitOfMeasure)
        var texts = [rendering(task.deliverable)].filter { !$0.isEmpty }
        if let quantity = task.quantity.single {
            if quantity != 1 || !unit.isEmpty {
                texts.append(rendering.plain(quantity) + (unit.isEmpty ? "" : " \(unit)"))
            }
        } else {
            texts.append(rendering(Wording.byBody(unit)))
        }
        return texts.isEmpty ? rendering(Wording.dash) : rendering.list(texts)
    }

    private func parties(_ parties: [ReviewTask.PlacedParty]) -> String {
        if parties.isEmpty { return rendering(Wording.dash) }
        return rendering.list(
            parties.map { placed in
                switch placed.party {
                case .body(let code):
                    (assessment.data.departments[code] ?? assessment.data.units[code]).map { rendering($0.name) }
                        ?? code
                case .level(let level): rendering(Wording.everyUnit(ofLevel: level))
                case .unitClass(let name): rendering(Wording.everyUnit(ofClass: name))
                case .named(let name): rendering(name)
                }
            })
    }

    private func details(_ body: TaskReport.Body) -> Markup {
        Tag.h3(.id(.body(body.code))) {
            rendering(body.name)
            Tag.span(.style(.aside)) {
                rendering.list(
                    [rendering(Wording.score) + " " + score(body.score)]
                        + body.formerly.map { rendering(Wording.formerly(rendering($0.name), until: $0.until)) })
            }
        }
            + Tag.table(.style(.stacked, .tasks)) {
                Tag.caption(.style(.spoken)) { rendering(body.name) }
                Tag.thead {
                    Tag.tr {
                        for heading in [
                            Wording.task, Wording.deadline, Wording.plannedAndDone, Wording.light, Wording.evidenceOf,
                        ] { Tag.th(.scope(.column)) { rendering(heading) } }
                        Tag.th(.scope(.column), .style(.number)) { rendering(Wording.score) }
                    }
                }
                Tag.tbody {
                    for line in report.lines(of: body) {
                        if let task = scheme.tasks.first(where: { $0.id == line.task }) {
                            TaskLine(rendering: rendering, scheme: scheme, task: task, line: line).markup
                        }
                    }
                }
            }
    }

    private func score(_ score: Double?) -> String {
        score.map { DecimalRounding.text($0, decimals: scheme.decimals) } ?? rendering(Wording.dash)
    }
}

/// A row of the page: where a body stands with one of its tasks.
struct TaskLine {
    let rendering: Rendering
    let scheme: TaskScheme
    let task: ReviewTask
    let line: TaskReport.Line

    /// The row.
    var markup: Markup {
        Tag.tr {
            Tag.th(.scope(.row)) {
                Tag.a(.href(.to(.task(task.id)))) { rendering(task.name) }
                if task.isBestEffort {
                    " "
                    Tag.span(.style(.bonus)) { rendering(Wording.bestEffort) }
                }
            }
            Tag.td(.style(.words, .date), .heading(rendering(Wording.deadline))) { task.deadline.description }
            Tag.td(.style(.words), .heading(rendering(Wording.plannedAndDone))) { progress }
            Tag.td(.style(.words), .heading(rendering(Wording.light))) { light }
            Tag.td(.style(.words, .source), .heading(rendering(Wording.evidenceOf))) { evidence }
            Tag.td(.style(.number), .heading(rendering(Wording.score))) { score }
        }
    }

    private var progress: Markup {
        guard let check = line.current else { return Markup(rendering(Wording.standing(line.standing))) }
        return Tag.div { percent(check.planned) + " / " + percent(check.actual) }
            + Tag.div(.style(.measure)) {
                rendering(
                    Wording.amountDone(
                        rendering.plain(line.done), of: rendering.plain(line.quantity), task.unitOfMeasure))
            }
    }

    private var light: Markup {
        guard let check = line.current else { return Markup(rendering(Wording.dash)) }
        return Tag.span(.style(Rendering.style(of: check.light))) { rendering(Wording.lightName(check.light)) }
            + Tag.div(.style(.measure)) { rendering.list(remarks(check)) }
    }

    /// Why the light is what it is.
    private func remarks(_ check: TaskReport.Check) -> [String] {
        var texts: [String] = []
        if let day = line.finishedOn {
            texts.append(rendering(Wording.finished(day, late: line.daysLate)))
        } else if line.daysLate > 0 {
            texts.append(rendering(Wording.overdue(line.daysLate)))
        } else {
            texts.append(rendering(Wording.standing(line.standing)))
        }
        if let behind = line.behind, behind > 0 { texts.append(rendering(Wording.behindPlan(rendering.plain(behind)))) }
        let isMadeUp = !check.isBehind && check.light == scheme.lights.madeUp
        if isMadeUp, !task.isBestEffort, let earlier = line.checks.last(where: \.isBehind) {
            texts.append(rendering(Wording.earlierLight(rendering(earlier.light.name), earlier.date)))
        }
        return texts
    }

    private var evidence: Markup {
        guard let last = line.entries.last.map({ rendering.assessment.data.progress[$0] }) else {
            return Markup(rendering(line.standing == .notReported ? Wording.standing(.notReported) : Wording.dash))
                + later
        }
        return (last.evidence.isEmpty ? .empty : rendering.verbatim(last.evidence) + Markup(" "))
            + Tag.div(.style(.place)) { rendering.verbatim("\(last.origin.file):\(last.origin.row)") } + later
    }

    private var later: Markup {
        line.laterEntries.isEmpty
            ? .empty : Tag.div { rendering(Wording.laterEntries(line.laterEntries.count, scheme.asOf)) }
    }

    private var score: Markup {
        guard let score = line.score else { return Markup(rendering(Wording.dash)) }
        var markup = Markup(DecimalRounding.text(score, decimals: scheme.decimals))
        if line.deduction > 0 {
            markup.append(
                Tag.div(.style(.measure)) { rendering(Wording.lateDeduction(rendering.plain(line.deduction))) })
        }
        if !line.isCounted { markup.append(Tag.div(.style(.measure)) { rendering(Wording.notCounted) }) }
        return markup
    }

    private func percent(_ share: Double) -> String { rendering.plain(share) + "%" }
}

extension Rendering {
    /// The class of the style sheet for a light.
    static func style(of colour: Light.Colour) -> StyleClass {
        switch colour {
        case .green: .green
        case .yellow: .yellow
        case .orange: .orange
        case .red: .red
        case .blue: .blue
        case .grey: .grey
        }
    }
}
