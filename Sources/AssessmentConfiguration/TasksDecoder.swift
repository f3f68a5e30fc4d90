import AssessmentCore

/// Decodes the section of tasks.
struct TasksDecoder {
    let decoder: SpecificationDecoder
    let catalogue: Catalogue
    /// The assessed period; nothing where that cannot be read.
    let period: Period?

    private var problems: DiagnosticCollector { decoder.problems }
    private var methods: MethodDecoder {
        MethodDecoder(
            problems: problems, whole: decoder.catalogue, weightings: catalogue.weightings.mapValues(\.description))
    }

    /// The tasks with their rules.
    func scheme(_ fields: Fields) -> TaskScheme? {
        guard let node = fields["tasks"], let own = Fields(node, TaskShapes.tasks, problems) else { return nil }
        let asOf = own["as_of"] == nil ? period?.lastDay : date("as_of", own)
        if let asOf, let period, Period(year: asOf.year) < period {
            problems.report(
                at: own.position(of: "as_of"), "the tasks are reviewed on \(asOf), before the assessed period",
                expected: "a day of \(period), or a later one")
        }
        let departments = decoder.path("departments", own)
        let lights = own["lights"].flatMap(lights) ?? TaskLights()
        let late = own["late"].flatMap(late)
        let tasks = self.tasks(own)
        guard let asOf else { return nil }
        return TaskScheme(
            asOf: asOf, departments: departments, departmentsPosition: own["departments"]?.position, lights: lights,
            late: late, measure: own.word("score_against", TaskScheme.Measure.self) ?? .plan,
            decimals: own["round"].flatMap(decimals) ?? 2, tasks: tasks)
    }

    /// Notes progress that belongs to no task.
    func check(_ scheme: TaskScheme?, _ fields: Fields, _ data: [DataFile]) {
        guard fields["tasks"] == nil, scheme == nil, let file = data.first(where: { $0.content == .progress }) else {
            return
        }
        problems.report(
            at: file.position, "‘\(file.file)’ holds the progress of tasks, and the specification has none",
            expected: "tasks: with a list of them")
    }

    private func lights(_ node: YAMLNode) -> TaskLights? {
        guard let fields = Fields(node, TaskShapes.lights, problems) else { return nil }
        let usual = TaskLights()
        let lights = TaskLights(
            yellowFrom: fields.number("yellow_from", atLeast: 0, atMost: 100) ?? usual.yellowFrom,
            redAbove: fields.number("red_above", atLeast: 0, atMost: 100) ?? usual.redAbove,
            late: fields.word("late", Light.Colour.self) ?? usual.late,
            madeUp: fields.word("made_up", Light.Colour.self) ?? usual.madeUp,
            madeUpAfter: fields.word("made_up_after", TaskLights.MadeUpAfter.self) ?? usual.madeUpAfter,
            bestEffort: fields.word("best_effort", Light.Colour.self) ?? usual.bestEffort)
        if lights.yellowFrom == 0 {
            problems.report(
                at: fields.position(of: "yellow_from"), "a task that is not behind would be yellow",
                expected: "yellow_from: a number above 0")
        }
        if lights.redAbove < lights.yellowFrom {
            problems.report(
                at: fields.position,
                "red begins at fewer points (\(Formula.text(of: lights.redAbove))) than yellow "
                    + "(\(Formula.text(of: lights.yellowFrom)))", expected: "yellow_from ≤ red_above")
        }
        return lights
    }

    private func late(_ node: YAMLNode) -> LateDeduction? {
        guard let fields = Fields(node, TaskShapes.late, problems), let points = fields.positive("points") else {
            return nil
        }
        return LateDeduction(points: points, atMost: fields.positive("at_most") ?? 100)
    }

    private func tasks(_ own: Fields) -> [ReviewTask] {
        var tasks: [ReviewTask] = []
        let items = own.items("list")
        if own["list"] != nil, items.isEmpty, case .sequence = own["list"]?.value {
            problems.report(at: own.position(of: "list"), "there are no tasks", expected: "at least one")
        }
        for item in items {
            guard let task = task(item) else { continue }
            if tasks.contains(where: { $0.id == task.id }) {
                problems.report(at: item.position, "two tasks have the id ‘\(task.id)’", expected: "an id of its own")
            }
            tasks.append(task)
        }
        return tasks
    }

    private func task(_ item: YAMLNode) -> ReviewTask? {
        guard let fields = Fields(item, TaskShapes.task, problems) else { return nil }
        let (id, name) = (fields.text("id"), fields.bilingual("name"))
        if let id { problems.checkIdentifier(id, at: fields.position(of: "id")) }
        let statement = fields.text("statement")
        if let statement, !catalogue.statements.isEmpty, catalogue.statements[statement] == nil,
            let plugin = decoder.catalogue.plugins.first(where: { $0.statements.contains { $0.id == statement } })
        {
            problems.reportUnlisted("the statement ‘\(statement)’", of: plugin, at: fields.position(of: "statement"))
        }
        let lead = parties("lead", fields, mayBeNamed: false)
        let support = parties("support", fields, mayBeNamed: true)
        let (start, deadline) = (date("start", fields), date("deadline", fields))
        if let start, let deadline, deadline <= start {
            problems.report(
                at: fields.position(of: "deadline"), "the deadline \(deadline) does not lie after the start",
                expected: "a day after \(start)")
        }
        let quantity = fields["quantity"].map { self.quantity($0) } ?? NumberTable(1)
        let plan = self.plan(fields, start, deadline)
        let points = fields.positive("points") ?? 1
        guard let id, let name, let start, let deadline, let quantity, !lead.isEmpty else { return nil }
        return ReviewTask(
            id: id, name: name, statement: statement, lead: lead, support: support, start: start, deadline: deadline,
            deliverable: fields.bilingual("deliverable") ?? BilingualText(same: ""), quantity: quantity,
            unitOfMeasure: fields.bilingual("unit_of_measure") ?? BilingualText(same: ""),
            isBestEffort: fields["best_effort"].flatMap { node in
                problems.attempt { () throws(Diagnostic) in try node.boolean() }
            } ?? false, plan: plan, points: points, position: item.position)
    }

    /// What is to be reached, which is for the whole of the task and not for a year.
    private func quantity(_ node: YAMLNode) -> NumberTable? {
        guard let table = methods.numberTable(node, atLeast: 0) else { return nil }
        if table.lines.contains(where: { $0.period != nil }) {
            problems.report(
                at: node.position, "the quantity of a task is of the whole of it, and not of a year",
                expected: "a number, or numbers by unit or class; plan: for what should be done by when")
        } else if table.single == 0 {
            problems.report(
                at: node.position, "a quantity of 0 leaves nothing to do", expected: "a number above 0")
        }
        return table
    }

    private func plan(_ fields: Fields, _ start: CalendarDate?, _ deadline: CalendarDate?) -> ReviewTask.Plan {
        guard let node = fields["plan"] else { return fields["quantity"] == nil ? .atDeadline : .linear }
        guard case .sequence(let items) = node.value else {
            return node.word(TaskShapes.Pace.self, problems) == .linear ? .linear : .atDeadline
        }
        var steps: [ReviewTask.Step] = []
        for item in items {
            guard let own = Fields(item, TaskShapes.step, problems), let by = date("by", own),
                let percent = own.number("percent", atLeast: 0, atMost: 100)
            else { continue }
            if let last = steps.last, by <= last.by || percent < last.percent {
                problems.report(
                    at: item.position,
                    "the plan goes back: \(Formula.text(of: percent)) % by \(by) after "
                        + "\(Formula.text(of: last.percent)) % by \(last.by)",
                    expected: "later dates with larger shares")
            }
            if let start, let deadline, by < start || by > deadline {
                problems.report(
                    at: own.position(of: "by"), "the plan names \(by), which lies outside the task",
                    expected: "a day from \(start) to \(deadline)")
            }
            steps.append(ReviewTask.Step(by: by, percent: percent))
        }
        return .steps(steps)
    }

    private func parties(_ key: String, _ fields: Fields, mayBeNamed: Bool) -> [ReviewTask.PlacedParty] {
        let items = fields.items(key)
        if items.isEmpty, case .sequence = fields[key]?.value {
            problems.report(
                at: fields.position(of: key), "the list ‘\(key)’ is empty",
                expected: "at least one, or leave the key out")
        }
        return items.compactMap { item in
            guard case .mapping(let entries) = item.value else {
                guard let code = problems.attempt({ () throws(Diagnostic) in try item.text() }) else { return nil }
                return ReviewTask.PlacedParty(.body(code), position: item.position)
            }
            if mayBeNamed, entries.contains(where: { $0.key == "zh" || $0.key == "en" }) {
                return item.bilingual(problems).map { ReviewTask.PlacedParty(.named($0), position: item.position) }
            }
            guard let own = Fields(item, TaskShapes.group, problems), !problems.isIncomplete(item.position) else {
                return nil
            }
            let (level, unitClass) = (own.text("level"), own.text("class"))
            guard (level == nil) != (unitClass == nil) else {
                problems.report(
                    at: item.position, "a group of units is named in one way", expected: "either level or class")
                return nil
            }
            let party = level.map { ReviewTask.Party.level($0) } ?? unitClass.map { .unitClass($0) }
            return party.map { ReviewTask.PlacedParty($0, position: item.position) }
        }
    }

    private func date(_ key: String, _ fields: Fields) -> CalendarDate? {
        fields[key].flatMap { node in problems.attempt { () throws(Diagnostic) in try node.date() } }
    }

    private func decimals(_ node: YAMLNode) -> Int? {
        problems.attempt { () throws(Diagnostic) in try node.integer(in: 0...15) }
    }
}
