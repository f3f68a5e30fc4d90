internal import AssessmentCore

/// What is said of the data as a whole, the same in every catalogue.
struct DescriptionOfData {
    let assessment: CompletedAssessment
    let options: OpenDataOptions
    let suppression: Suppression

    /// The identifier of the data: that of the assessment.
    var id: String { assessment.specification.id }

    /// The title.
    var title: BilingualText { assessment.specification.title }

    /// What they are, with the notice of the assessment and what was left blank.
    var text: BilingualText {
        let specification = assessment.specification
        let periods = specification.periods
        let years = [periods.first, periods.last].compactMap { $0?.description }
        let span = years.first == years.last ? years.first ?? "" : years.joined(separator: "–")
        var zh = ["\(title.zh)：\(span)年各单元、各节点的得分、位次、等次、指标值与权重。"]
        var en = ["\(title.en): scores, ranks, grades, values of indicators and weights of each unit, \(span)."]
        if !specification.basis.isEmpty {
            zh.append("依据：\(specification.basis)。")
            en.append("Basis: \(specification.basis).")
        }
        if let notice = specification.notice {
            zh.append(notice.zh)
            en.append(notice.en)
        }
        if options.threshold > 0 {
            let threshold = DataCell.number(options.threshold)
            zh.append("所依据的数量大于0且小于\(threshold)的单元格及可用以倒推的单元格留空，见suppressed.csv。仅此处作了抑制，同次运行的其他文件含全部数值，不得公布。")
            en.append(
                "Cells that rest on a count above 0 and below \(threshold), and those that would give one away, are blank: "
                    + "see suppressed.csv. They are blank here alone: other files of the same run show every cell and are not "
                    + "for publication.")
            zh.append(suppressed.zh)
            en.append(suppressed.en)
        }
        return BilingualText(zh: printable(zh.joined()), en: printable(en.joined(separator: " ")))
    }

    /// How much was suppressed, and what was not looked at.
    var suppressed: BilingualText {
        let cells = suppression.causes.count
        let small = suppression.causes.values.count { $0.isPrimary }
        let ranks = suppression.causes.keys.count { $0.part == .rank }
        var zh =
            cells == 0
            ? "没有需要抑制的单元格。"
            : "共抑制\(cells)个单元格：\(small)个依据小计数，\(cells - small - ranks)个为掩护前者，\(ranks)个为位次。"
                + "掩护以data/readme.txt所载规则所及为限。"
        var en =
            cells == 0
            ? "No cell had to be suppressed."
            : "\(cells) cells are suppressed: \(small) rest on small counts, \(cells - small - ranks) are blank for the sake "
                + "of those, and \(ranks) are ranks. They cover as far as the rules in data/readme.txt reach."
        let unchecked = suppression.uncheckedVariables.map(printable)
        if !unchecked.isEmpty {
            zh += "以下变量未注明计量单位且含小数，未作为计数检查：\(unchecked.joined(separator: "、"))。"
            en +=
                " Not checked, since they state no unit of measure and hold decimals: "
                + unchecked.joined(separator: ", ") + "."
        }
        return BilingualText(zh: zh, en: en)
    }

    /// Words to find them by: the parts of the framework.
    var keywords: [BilingualText] {
        [BilingualText(zh: "绩效评价", en: "performance assessment")] + assessment.root.pillars.map(\.name)
    }

    /// The units that the assessed ones belong to, else the assessed ones.
    var places: [AssessedUnit] {
        let assessed = Set(assessment.ledger.panel.units.map(\.code))
        let above = UnitTables(assessment: assessment).listed.filter { !assessed.contains($0.code) && $0.parent == nil }
        if !above.isEmpty { return above }
        let whole = UnitTables(assessment: assessment).listed.filter { !assessed.contains($0.code) }
        return whole.isEmpty ? assessment.ledger.panel.units : whole
    }
}

/// A file of open data as catalogues list it.
struct DescribedFile {
    let file: OutputFile
    let name: String
    let title: BilingualText
    let format: Format
    /// The table that it holds.
    var table: DataTable?

    /// The formats of files, with their type of media and the European list of types of files.
    enum Format {
        case csv, json, xml, text

        var name: String {
            switch self {
            case .csv: "csv";
            case .json: "json";
            case .xml: "xml";
            case .text: "txt"
            }
        }
        var mediaType: String {
            switch self {
            case .csv: "text/csv";
            case .json: "application/json";
            case .xml: "application/xml";
            case .text: "text/plain"
            }
        }
    }

    /// Its name within the folder of open data.
    var path: String { String(file.path.split(separator: "/").last ?? "") }
}
