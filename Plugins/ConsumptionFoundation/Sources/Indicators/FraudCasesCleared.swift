import AssessmentCore

/// The share of telecom fraud cases that were cleared.
enum FraudCasesCleared {
    static let cleared = Variable(
        id: "fraud_cases_cleared",
        name: BilingualText(zh: "破获的电信网络诈骗案件数", en: "Telecom fraud cases cleared"),
        definition: BilingualText(
            zh: "当年立案的电信网络诈骗案件中年末前破获的起数，不含破获的积案",
            en: """
                Of the telecom fraud cases filed in the year, those cleared by its end; cases of earlier years are \
                left out
                """),
        unitOfMeasure: .cases,
        reportedBy: Department.police)

    static let filed = Variable(
        id: "fraud_cases_filed",
        name: BilingualText(zh: "电信网络诈骗立案数", en: "Telecom fraud cases filed"),
        definition: BilingualText(zh: "当年立案的电信网络诈骗案件起数", en: "Telecom fraud cases filed in the year"),
        unitOfMeasure: .cases,
        reportedBy: Department.police)

    static let checks: [DataCheck] = [
        .count(cleared, "foundation"),
        .count(filed, "foundation"),
        .part(cleared, of: filed, "foundation"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.fraud_cases_cleared",
            name: BilingualText(zh: "电信网络诈骗案件破案率", en: "Telecom fraud cases cleared"),
            definition: BilingualText(
                zh: "当年立案且年末前破获的电信网络诈骗案件数 ÷ 当年立案数 × 100%；发案多少受报案意愿影响，不作优劣判断",
                en: """
                    Telecom fraud cases filed in the year and cleared by its end as a share of those filed; how many \
                    are filed follows the readiness to report and is not judged
                    """),
            rationale: BilingualText(
                zh: "政策要求严厉打击电信网络诈骗，打击看破案",
                en: "The policy asks for strong action against telecom fraud; action shows in cases cleared"),
            unitOfMeasure: .percent,
            statements: ["E4"],
            variables: [cleared, filed],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "1500起中破获450起", en: "450 of 1,500 cases"),
                    [cleared: 450, filed: 1500], gives: 30)
            ]),
        formula: .share(cleared, of: filed))
}
