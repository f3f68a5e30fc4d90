import AssessmentCore

/// Variables that several indicators of the foundations read.
extension Variable {
    /// Information consumption.
    static let informationConsumption = Variable(
        id: "information_consumption",
        name: BilingualText(zh: "信息消费规模", en: "Information consumption"),
        definition: BilingualText(
            zh: "按全省统一的信息消费统计标准核算的全年信息产品与信息服务消费额，当年价格",
            en: """
                The whole year’s consumption of information products and services at current prices, by the \
                province’s unified statistical standard
                """),
        unitOfMeasure: .hundredMillionYuan,
        reportedBy: Department.industry)

    /// Mobile internet traffic.
    static let mobileDataTraffic = Variable(
        id: "mobile_data_traffic",
        name: BilingualText(zh: "移动互联网接入流量", en: "Mobile internet traffic"),
        definition: BilingualText(
            zh: "全年移动互联网用户上下行流量合计",
            en: "Up and down traffic of mobile internet users over the whole year"),
        unitOfMeasure: .tenThousandGigabytes,
        reportedBy: Department.communications)

    /// Rural home broadband subscribers.
    static let ruralBroadbandSubscribers = Variable(
        id: "rural_broadband_subscribers",
        name: BilingualText(zh: "农村家庭宽带用户数", en: "Rural home broadband subscribers"),
        definition: BilingualText(
            zh: "年末在用的农村家庭固定互联网宽带接入用户数，不含政企用户",
            en: "Rural households that subscribe to fixed broadband at the end of the year; no firms or offices"),
        unitOfMeasure: .households,
        reportedBy: Department.communications)

    /// Catalogued public data resources.
    static let publicDataResources = Variable(
        id: "public_data_resources",
        name: BilingualText(zh: "公共数据资源目录条数", en: "Catalogued public data resources"),
        definition: BilingualText(
            zh: "年末列入本级公共（政务）数据资源目录的数据资源条数",
            en: "Data resources in the unit’s catalogue of public data at the end of the year"),
        unitOfMeasure: .count,
        reportedBy: Department.dataResources)

    /// Narrowband IoT connections.
    static let narrowbandConnections = Variable(
        id: "narrowband_iot_connections",
        name: BilingualText(zh: "窄带物联网连接数", en: "Narrowband IoT connections"),
        definition: BilingualText(
            zh: "年末在网的窄带物联网（NB-IoT）终端连接数",
            en: "Narrowband IoT terminals connected at the end of the year"),
        unitOfMeasure: .tenThousandItems,
        reportedBy: Department.communications)

    /// Consumer complaints accepted.
    static let complaintsAccepted = Variable(
        id: "consumer_complaints_accepted",
        name: BilingualText(zh: "受理的消费者投诉件数", en: "Consumer complaints accepted"),
        definition: BilingualText(
            zh: "当年受理、且办理期限在年末前届满的网络购物和信息通信服务投诉件数",
            en: """
                Complaints about online shopping and information services accepted in the year whose time limit \
                ended by its close
                """),
        unitOfMeasure: .cases,
        reportedBy: Department.market)
}

extension DataCheck {
    /// What must hold of the variables that several indicators share.
    static let shared: [DataCheck] = [
        .amount(.informationConsumption, "foundation"),
        .amount(.mobileDataTraffic, "foundation"),
        .count(.ruralBroadbandSubscribers, "foundation"),
        .count(.publicDataResources, "foundation"),
        .amount(.narrowbandConnections, "foundation"),
        .count(.complaintsAccepted, "foundation"),
    ]
}
