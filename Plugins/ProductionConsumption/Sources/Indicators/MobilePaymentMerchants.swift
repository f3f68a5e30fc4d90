import AssessmentCore

/// The share of merchants that take mobile payment.
enum MobilePaymentMerchants {
    private static let centralBank = BilingualText(
        zh: "人民银行市中心支行", en: "City sub-branch of the People's Bank of China")

    static let accepting = Variable(
        id: "merchants_taking_mobile_payment",
        name: BilingualText(zh: "受理移动支付的特约商户数", en: "Merchants that take mobile payment"),
        definition: BilingualText(
            zh: "年末特约商户中至少开通条码支付或手机近场支付一种受理方式的商户数",
            en: "Contracted merchants that accept payment by QR code or near-field phone at the end of the year"),
        unitOfMeasure: .count,
        reportedBy: centralBank)

    static let contracted = Variable(
        id: "contracted_merchants",
        name: BilingualText(zh: "特约商户数", en: "Contracted merchants"),
        definition: BilingualText(
            zh: "年末与收单机构签约、按国家规定实名登记并在正常受理状态的特约商户数，含小微商户，同一商户只计一次",
            en: "Registered merchants under contract with an acquirer and active at the end of the year, "
                + "small ones included, each counted once"),
        unitOfMeasure: .count,
        reportedBy: centralBank)

    static let checks: [DataCheck] = [
        .count(accepting, "production"),
        .count(contracted, "production"),
        .part(accepting, of: contracted, "production"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "production.mobile_payment_merchants",
            name: BilingualText(zh: "移动支付受理商户占比", en: "Merchants that take mobile payment"),
            definition: BilingualText(
                zh: "受理移动支付的特约商户数 ÷ 特约商户数 × 100%",
                en: "Contracted merchants that take mobile payment as a share of all contracted merchants"),
            rationale: BilingualText(
                zh: "移动支付要支撑信息消费全过程，先要商户能够受理",
                en: "Mobile payment supports consumption only where merchants take it"),
            unitOfMeasure: .percent,
            statements: ["M3"],
            variables: [accepting, contracted],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "8万户中有7.4万户", en: "74,000 of 80,000 merchants"),
                    [accepting: 74000, contracted: 80000], gives: 92.5)
            ]),
        formula: .share(accepting, of: contracted))
}
