import AssessmentCore

/// What residents lose to telecom fraud.
enum FraudLosses {
    static let losses = Variable(
        id: "fraud_losses",
        name: BilingualText(zh: "电信网络诈骗财产损失", en: "Losses to telecom fraud"),
        definition: BilingualText(
            zh: "全年立案电信网络诈骗案件的被骗金额，未扣除事后追回",
            en: "Money lost in telecom fraud cases filed in the year, before what was recovered later"),
        unitOfMeasure: .tenThousandYuan,
        reportedBy: Department.police)

    static let checks: [DataCheck] = [.amount(losses, "foundation")]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.fraud_losses",
            name: BilingualText(zh: "人均电信网络诈骗财产损失", en: "Losses to telecom fraud per resident"),
            definition: BilingualText(
                zh: "全年立案电信网络诈骗案件财产损失（万元）÷ 年末常住人口（万人），越低越好",
                en: "Losses in telecom fraud cases filed in the year over permanent residents; lower is better"),
            rationale: BilingualText(
                zh: "打击与防范的结果是群众损失减少",
                en: """
                    What action and prevention come to is fewer losses; amounts depend less than numbers of cases on \
                    who reports
                    """),
            unitOfMeasure: .yuanPerPerson,
            direction: .lowerIsBetter,
            statements: ["E4"],
            variables: [losses, .residentPopulation],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "1.2亿元、400万人", en: "CNY 120 million, 4 million residents"),
                    [losses: 12000, .residentPopulation: 400], gives: 30)
            ]),
        formula: .rate(losses, of: .residentPopulation))
}
