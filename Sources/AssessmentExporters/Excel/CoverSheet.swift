internal import AssessmentCore
internal import AssessmentSpreadsheets

/// The first sheet: what the workbook is, how it is used, and what of it no formula expresses.
struct CoverSheet {
    private let composition: WorkbookComposition

    init(_ composition: WorkbookComposition) { self.composition = composition }

    func write() {
        let draft = composition.draft
        let sheet = composition.cover
        let specification = composition.assessment.specification
        draft.workbook.sheets[sheet].widths = [0: 3, 1: 30, 2: 96]
        draft.workbook.sheets[sheet].showsGrid = false
        var line = 0
        func put(_ cells: [(Int, Cell)]) {
            for (column, cell) in cells { draft.put(sheet, line, column, cell) }
            line += 1
        }
        func tall(_ text: String) {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
                .reduce(0.0) { $0 + max(1, (Sheet.width(of: String($1)) / 96).rounded(.up)) }
            if lines > 1 { draft.workbook.sheets[sheet].heights[line] = 15 * min(24, lines) + 3 }
        }
        if let picture = composition.assessment.template.logo.flatMap({ SheetPicture(png: $0.png) }) {
            draft.workbook.sheets[sheet].picture = picture
            draft.workbook.sheets[sheet].heights[0] = picture.height * 0.75 + 8
            line = 1
        }
        draft.workbook.sheets[sheet].heights[line] = 30
        put([(1, .text(draft(composition.assessment.title), .title))])
        put([
            (
                1,
                .text(
                    [specification.basis, "\(specification.period)"].filter { !$0.isEmpty }.joined(separator: " · "),
                    .subtitle)
            )
        ])
        if let notice = specification.notice {
            tall(draft(notice))
            put([(1, .text(draft.say("说明", "Please note"), .heading)), (2, .text(draft(notice), .wrapped))])
        }
        line += 1
        let sections: [(String, String)] = [
            (
                draft.say("这是什么", "What this is"),
                draft.say(
                    "一本可重算的工作簿：从采集的数据、参数和权重开始，每一步都是公式，直到总分、名次与等次。数值与评估结果一致。",
                    "A workbook that recomputes: from the data, parameters and weights every step is a formula, down to total, rank and grade. Its numbers are those of the assessment."
                )
            ),
            (
                draft.say("怎么用", "How to use it"),
                (composition.scorecard == nil
                    ? "" : draft.say("在“评分卡”选择单位；", "Choose a unit on ‘Scorecard’. "))
                    + draft.say(
                        "在“原始数据”“参数”“权重”中改黄底蓝字的数，其后各步与排名等随之变化。空格为缺失，不等于零。",
                        "Change blue numbers on yellow in ‘Data’, ‘Parameters’ and ‘Weights’: every later step and what rests on it follows. An empty cell is a missing value, not a zero."
                    )
            ),
            (
                draft.say("怎么读", "How to read it"),
                draft.say(
                    "各领域一张表：每行一个单位与时期，自左至右是各节点的各步。列头写明节点与步骤，批注写明定义、方法与公式。",
                    "One sheet for each part of the framework: a row a unit and period, from left to right every step of every node. Heads name node and step; their notes give definition, method and formula."
                )
            ),
            (
                draft.say("怎么算缺失", "What is missing"),
                draft.say(
                    "没有数的单元格为空文本，公式各自判断。原有数值若被删去，按“未报送”处理；原来缺失的，按原定规则处理。",
                    "A cell without a number is an empty text, and every formula asks. A number that is deleted counts as not submitted; what was missing is resolved as before."
                )
            ),
        ]
        for (head, text) in sections {
            tall(text)
            put([(1, .text(head, .heading)), (2, .text(text, .wrapped))])
        }
        line += 1
        let colours: [(CellStyle.Role, String)] = [
            (.input, draft.say("可改：数据、参数、权重", "may be changed: data, parameters, weights")),
            (.computed, draft.say("公式", "formula")),
            (.imputed, draft.say("公式，含补入值", "formula that rests on imputed values")),
            (.absent, draft.say("无值", "no value")), (.result, draft.say("公布的得分、等次", "published score, grade")),
            (.constant, draft.say("常数：不是公式，改动不会传到这里", "constant: no formula, no change reaches it")),
        ]
        for (role, text) in colours {
            put([(1, Cell(.text(draft.say("样例", "sample")), CellStyle(role))), (2, .text(text))])
        }
        line += 1
        put([
            (1, .text(draft.say("不是公式的部分", "What is no formula"), .heading)),
            (2, .text(draft.say("原因与单元格数", "Why, and how many cells"), .heading)),
        ])
        if composition.constants.isEmpty { put([(1, .text(draft.say("没有", "nothing")))]) }
        for constant in composition.constants {
            put([(1, .text(constant.id)), (2, .text("\(constant.why) (\(constant.count))"))])
        }
        line += 1
        put([
            (1, .text(draft.say("结果摘要", "Digest of the results"), .heading)),
            (2, .text(composition.assessment.manifest.results)),
        ])
        put([
            (1, .text(draft.say("程序", "Made with"), .heading)),
            (2, .text("Assessment Workbench \(composition.assessment.manifest.workbench)")),
        ])
    }
}
