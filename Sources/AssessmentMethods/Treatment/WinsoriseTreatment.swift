public import AssessmentCore

/// Winsorising by skewness and kurtosis: the outermost values are brought in until the distribution is within limits.
///
/// A reference set whose |skewness| and excess kurtosis both reach their limits has outliers. One at a time, the
/// largest value (the smallest where the skewness is negative) becomes the next one, equal values together, until one
/// of the two is within its limit or so many values are changed as allowed. Where that is not enough, a logarithm is
/// taken, of the winsorised values or of the original ones. Skewness and kurtosis are corrected for bias (G₁ and G₂).
/// Source: COINr 1.1, `Treat` with `winsorise`, after the practice of the Joint Research Centre; M. Saisana and
/// A. Saltelli (2011), Rankings and ratings: instructions for use, Hague Journal on the Rule of Law 3, 247–268.
public struct WinsoriseTreatment: Treatment {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "winsorise",
            name: BilingualText(zh: "按偏度与峰度缩尾", en: "Winsorise by skewness and kurtosis"),
            summary: BilingualText(
                zh: "偏度与峰度都超限时，向偏斜一端逐个缩尾；仍超限则可取对数",
                en:
                    "Where skewness and kurtosis both reach their limits, brings values in one by one toward the skew; then, where asked for, takes a logarithm"
            ),
            source: "COINr 1.1, Treat with winsorise and log_CT, after the practice of the Joint Research Centre",
            formula:
                "while |skewness| ≥ limit and kurtosis ≥ limit, and fewer than at_most values are changed: the most extreme value on the side of the skew becomes the next one",
            parameters: [
                Parameter(
                    "skewness", BilingualText(zh: "偏度绝对值的限值", en: "The limit of the absolute skewness"),
                    .number(atLeast: 0), default: .number(2)),
                Parameter(
                    "kurtosis", BilingualText(zh: "超额峰度的限值", en: "The limit of the excess kurtosis"), .number(),
                    default: .number(3.5)),
                Parameter(
                    "at_most",
                    BilingualText(
                        zh: "最多缩尾几个值；相等的值一并处理，可使个数略超",
                        en: "How many values to bring in at most; equal ones go together and may exceed it"),
                    .number(atLeast: 0), default: .number(5)),
                Parameter(
                    "then",
                    BilingualText(
                        zh: "缩尾不够时：none不再处理，log对缩尾后的值取对数，log_on_original对原值取对数",
                        en:
                            "Where that is not enough: none leaves it, log takes the logarithm of the winsorised values, log_on_original of the original ones"
                    ),
                    .text(oneOf: Winsorising.Then.allCases.map(\.rawValue)), default: .text("log_on_original")),
                Parameter(
                    "logarithm", BilingualText(zh: "取哪种对数", en: "Which logarithm"),
                    .text(oneOf: SkewLogarithm.allCases.map(\.rawValue)), default: .text("log_ct")),
            ])
    }

    /// Skewness and kurtosis are those of the reference set.
    public var needsReference: Bool { true }

    /// Prepares the work on the reference sets.
    ///
    /// - Throws: `MethodError` where a limit is no number, or no reference set is named.
    public func prepare(_ input: ColumnInput) throws -> any ColumnKernel {
        let parameters = input.parameters
        let limits = ShapeLimits(
            skewness: try parameters.neededNumber("skewness", by: description.id),
            kurtosis: try parameters.neededNumber("kurtosis", by: description.id))
        guard limits.skewness >= 0 else {
            throw MethodError("winsorise: the limit of the absolute skewness must be a number from 0 on; COINr takes 2")
        }
        let atMost = try parameters.wholeNumber("at_most", atLeast: 0, by: description.id)
        let then = try word("then", parameters, Winsorising.Then.self)
        let logarithm = try word("logarithm", parameters, SkewLogarithm.self)
        let references = try input.requiredReferences(by: description.id)
        let panel = input.panel
        let work: @Sendable ([Double]) -> [Winsorising] = { values in
            references.members.indices.map { set in
                Winsorising(
                    references.numbers(ofSet: set, in: values), limits: limits, atMost: atMost, then: then,
                    logarithm: logarithm)
            }
        }
        @Sendable func own<Element>(_ found: [Element], _ row: Int) -> Element? {
            guard references.setOfRow.indices.contains(row), found.indices.contains(references.setOfRow[row])
            else { return nil }
            return found[references.setOfRow[row]]
        }
        return ArrayKernel(
            rowCount: panel.rowCount,
            remark: { values, _ in
                let found = work(values)
                var remarks = ColumnRemarks()
                for (set, winsorising) in found.enumerated() {
                    let name = references.name(ofSet: set, panel: panel)
                    remarks.column.append(
                        BilingualText(
                            zh: "\(name.zh)：\(winsorising.remark.zh)", en: "\(name.en): \(winsorising.remark.en)"))
                }
                for row in panel.rows where values.indices.contains(row) {
                    remarks.cells[row] = own(found, row)?.remark(on: values[row])
                }
                return remarks
            },
            compute: { values in
                let treatments = work(values).map(\.treatment)
                var treated = [Double](repeating: .nan, count: panel.rowCount)
                // A set may have rows that are no members of it, such as those of other years than that of reference.
                for (row, set) in zip(panel.rows, references.setOfRow)
                where values.indices.contains(row) && treatments.indices.contains(set) {
                    treated[row] = treatments[set](values[row])
                }
                return treated
            })
    }

    private func word<Word: RawRepresentable<String> & CaseIterable>(
        _ name: String, _ parameters: ParameterValues, _ words: Word.Type
    ) throws -> Word {
        let text = parameters.text(name) ?? ""
        guard let word = Word(rawValue: text) else {
            throw MethodError(
                "winsorise: ‘\(name)’ is ‘\(text)’; expected one of "
                    + Word.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return word
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(
                    zh: "一个离群值收至次大值9；缺失者不参与",
                    en: "One outlier becomes the next largest, 9; a missing value takes no part"),
                values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 100, nil], expected: [1, 2, 3, 4, 5, 6, 7, 8, 9, 9, nil]),
            ColumnExample(
                BilingualText(zh: "左偏时收低端", en: "A negative skew: the low end"),
                values: [-100, 1, 2, 3, 4, 5, 6, 7, 8, 9], expected: [1, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
            ColumnExample(
                BilingualText(zh: "未超限值则不处理", en: "Left as it is within the limits"),
                values: [1, 2, 3, 4, 9], expected: [1, 2, 3, 4, 9]),
            ColumnExample(
                BilingualText(
                    zh: "不许缩尾，对原值取对数：ln(x−0＋1)",
                    en: "No value may be brought in, so the logarithm ln(x − 0 + 1) of the original ones"),
                values: [0, 0, 0, 0, 0, 0, 0, 0, 0, 99],
                parameters: ["at_most": .number(0), "logarithm": .text("log_ct_orig")],
                expected: [0, 0, 0, 0, 0, 0, 0, 0, 0, 4.60517], decimals: 5),
        ]
    }
}
