internal import AssessmentCore

/// The words of the page of tasks, in both languages.
extension Wording {
    private static func say(_ zh: String, _ en: String) -> BilingualText { BilingualText(zh: zh, en: en) }

    static let tasks = say("任务", "Tasks")
    static let tasksTitle = say("任务完成情况", "Progress of tasks")
    static func tasksLead(_ tasks: Int, bodies: Int, asOf: CalendarDate) -> BilingualText {
        say(
            "\(tasks)项任务由\(bodies)个牵头单位负责，以下为截至\(asOf)的情况。",
            "\(tasks) \(tasks == 1 ? "task" : "tasks") led by \(bodies) \(bodies == 1 ? "body" : "bodies"), as of the end "
                + "of \(asOf).")
    }
    static let seeTasks = say("查看任务进度", "See the tasks")
    static func lightRule(_ rules: TaskLights) -> BilingualText {
        let (low, high) = (DecimalRounding.readable(rules.yellowFrom), DecimalRounding.readable(rules.redAbove))
        let (late, made, best) = (rules.late.name, rules.madeUp.name, rules.bestEffort.name)
        let after =
            rules.madeUpAfter == .behind
            ? (zh: "曾落后或超期、其后补齐：", en: "behind or late before and made up since: ")
            : (zh: "超期后补齐：", en: "finished after the deadline: ")
        return say(
            "落后序时进度\(low)至\(high)个百分点（含）：黄灯；超过\(high)个百分点：红灯；超期未完成：\(late.zh)；"
                + "\(after.zh)\(made.zh)；其余：绿灯。力争任务未完成：\(best.zh)，不因此扣分。",
            "\(low) to \(high) percentage points behind the plan: yellow; more than \(high): red; not finished after the "
                + "deadline: \(late.en); \(after.en)\(made.en); otherwise green. A best-effort task that is not finished: "
                + "\(best.en), and it lowers no score.")
    }
    static func taskScoreRule(_ scheme: TaskScheme) -> BilingualText {
        let base =
            scheme.measure == .plan
            ? (
                zh: "已完成占应完成（至审查日计划）的百分比，最高100",
                en: "what is done in per cent of what is planned by the review date, at most 100"
            )
            : (zh: "已完成占全部的百分比，最高100", en: "what is done in per cent of the whole, at most 100")
        let late = scheme.late.map { rule in
            let (points, most) = (DecimalRounding.readable(rule.points), DecimalRounding.readable(rule.atMost))
            return (
                zh: "；超期每月扣\(points)分（不满一月按一月计），最多扣\(most)分",
                en: ", less \(points) points for each month begun after the deadline, at most \(most)"
            )
        }
        return say(
            "得分＝\(base.zh)\(late?.zh ?? "")。单位得分为其各项任务得分按分值的加权平均；未到期和不适用的不计入，力争任务只在不拉低得分时计入。",
            "Score: \(base.en)\(late?.en ?? ""). The score of a body is the mean of its tasks’ scores by their points; tasks "
                + "that are not due or do not apply are left out, and best-effort tasks count only where they do not lower "
                + "it.")
    }
    static let leadDepartments = say("牵头部门", "Departments")
    static let leadUnits = say("市县", "Cities and counties")
    static let leadBody = say("牵头单位", "Lead body")
    static let task = say("任务", "Task")
    static let plannedAndDone = say("计划 / 完成", "Planned / done")
    static let light = say("亮灯", "Light")
    static let evidenceOf = say("佐证", "Evidence")
    static let supporting = say("配合单位", "Supporting")
    static let deliverable = say("成果与数量", "Deliverable")
    static func byBody(_ unit: String) -> BilingualText {
        unit.isEmpty ? say("按单位分解", "by body") : say("按单位分解（\(unit)）", "by body (\(unit))")
    }
    static let taskPoints = say("分值", "Points")
    static func everyUnit(ofLevel level: String) -> BilingualText {
        switch level {
        case "city": say("各市", "every city")
        case "county": say("各县（市、区）", "every county and district")
        default: say("各\(level)", "every \(level)")
        }
    }
    static func everyUnit(ofClass name: String) -> BilingualText { say("各“\(name)”单位", "every unit of ‘\(name)’") }
    static let bestEffort = say("力争", "best effort")
    static func formerly(_ name: String, until: CalendarDate?) -> BilingualText {
        say(
            until.map { "\($0)起承接原\(name)" } ?? "承接原\(name)",
            "answers for the former \(name)" + (until.map { " since \($0)" } ?? ""))
    }
    static func lightName(_ colour: Light.Colour) -> BilingualText {
        say(colour.name.zh, colour.name.en.prefix(1).uppercased() + colour.name.en.dropFirst())
    }
    static func behindPlan(_ points: String) -> BilingualText {
        say("落后\(points)个百分点", "\(points) points behind")
    }
    static func standing(_ standing: TaskReport.Standing) -> BilingualText {
        switch standing {
        case .nothingToDo: say("无任务量", "nothing to do")
        case .notBegun: say("尚未开始", "not begun")
        case .notDue: say("未到期", "not due")
        case .notReported: say("未报送", "nothing reported")
        case .underWay: say("进行中", "under way")
        case .done: say("已完成", "done")
        }
    }
    static func finished(_ day: CalendarDate, late days: Int) -> BilingualText {
        days > 0
            ? say("\(day)完成，超期\(days)天", "done on \(day), \(days) \(days == 1 ? "day" : "days") late")
            : say("\(day)按期完成", "done on \(day), in time")
    }
    static func overdue(_ days: Int) -> BilingualText {
        say("超期\(days)天未完成", "open, \(days) \(days == 1 ? "day" : "days") after the deadline")
    }
    static func earlierLight(_ light: String, _ day: CalendarDate) -> BilingualText {
        say("\(day)曾亮\(light)", "\(light) on \(day)")
    }
    static func lateDeduction(_ points: String) -> BilingualText { say("超期扣\(points)分", "\(points) off for late") }
    static let notCounted = say("不计入", "not counted")
    static func laterEntries(_ count: Int, _ asOf: CalendarDate) -> BilingualText {
        say(
            "另有\(count)条在\(asOf)之后，未采用", "\(count) after \(asOf), not used")
    }
    static func amountDone(_ done: String, of quantity: String, _ unit: BilingualText) -> BilingualText {
        say(
            "\(done) / \(quantity)\(unit.zh.isEmpty ? "" : " \(unit.zh)")",
            "\(done) / \(quantity)\(unit.en.isEmpty ? "" : " \(unit.en)")")
    }
    static let taskCount = say("任务数", "Tasks")
    static let tasksByBody = say("按牵头单位", "By lead body")
    static let scoresOfBodies = say("得分", "Scores")
}
