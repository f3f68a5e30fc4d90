public import AssessmentCore

extension ConsumptionFoundation {
    /// The statements of 皖政〔2018〕20号 that fall to the foundations.
    public var statements: [PolicyStatement] {
        let endOf2018 = CalendarDate(year: 2018, month: 12, day: 31)
        let endOf2020 = CalendarDate(year: 2020, month: 12, day: 31)
        return [
            PolicyStatement(
                id: "G1", clause: "一（二）", kind: .target,
                text: BilingualText(zh: "全省信息消费规模", en: "Province-wide information consumption"),
                target: BilingualText(zh: "5000亿元", en: "CNY 500 billion"), deadline: endOf2020),
            PolicyStatement(
                id: "G2", clause: "一（二）", kind: .target,
                text: BilingualText(zh: "信息消费规模年均增长", en: "Average annual growth of information consumption"),
                target: BilingualText(zh: "年均16%以上", en: "16 % a year or more"), deadline: endOf2020),
            PolicyStatement(
                id: "G3", clause: "一（二）·专栏9", kind: .target,
                text: BilingualText(zh: "市县信息消费体验中心覆盖率", en: "Cities and counties with an experience centre"),
                target: BilingualText(zh: "全覆盖", en: "all cities and counties"), deadline: endOf2020),
            PolicyStatement(
                id: "G4", clause: "一（二）·专栏8", kind: .quality,
                text: BilingualText(zh: "网络提速降费取得明显成效", en: "Faster and cheaper broadband")),
            PolicyStatement(
                id: "G5", clause: "一（二）", kind: .quality,
                text: BilingualText(
                    zh: "公共服务和数据资源开放共享体系基本建立",
                    en: "Public service and open data sharing system in place")),
            PolicyStatement(
                id: "I1", clause: "三（一）·专栏8", kind: .target,
                text: BilingualText(zh: "窄带物联网连接数", en: "Narrowband IoT connections"),
                target: BilingualText(zh: "突破4000万", en: "over 40 million"), deadline: endOf2020),
            PolicyStatement(
                id: "I2", clause: "三（一）·专栏8", kind: .milestone,
                text: BilingualText(zh: "第五代移动通信启动商用", en: "5G commercial launch"),
                target: BilingualText(zh: "力争2020年启动商用", en: "commercial launch in 2020, if at all possible"),
                deadline: endOf2020, strength: .bestEffort),
            PolicyStatement(
                id: "I3", clause: "三（一）·专栏8", kind: .target,
                text: BilingualText(zh: "宽带网络全面覆盖城乡", en: "Broadband covers town and country"),
                target: BilingualText(zh: "全面覆盖城乡", en: "all of town and country"), deadline: endOf2020),
            PolicyStatement(
                id: "I4", clause: "三（四）", kind: .target,
                text: BilingualText(zh: "行政村通光纤比例", en: "Administrative villages with optical fibre"),
                target: BilingualText(same: "100%"), deadline: endOf2020),
            PolicyStatement(
                id: "I5", clause: "三（四）", kind: .target,
                text: BilingualText(
                    zh: "农村家庭宽带用户基本具备30Mbps以上接入能力的比例",
                    en: "Rural broadband users able to get 30 Mbps"),
                target: BilingualText(zh: "30Mbps以上（基本实现）", en: "30 Mbps and more, in the main"), deadline: endOf2020,
                strength: .basic),
            PolicyStatement(
                id: "I6", clause: "三（一）", kind: .quality,
                text: BilingualText(zh: "IPv6演进升级", en: "IPv6 migration")),
            PolicyStatement(
                id: "I7", clause: "三（一）·专栏8", kind: .quality,
                text: BilingualText(
                    zh: "4G、物联网与下一代广播电视网覆盖",
                    en: "4G, IoT and next-generation broadcast network coverage")),
            PolicyStatement(
                id: "X1", clause: "三（二）·专栏9", kind: .milestone,
                text: BilingualText(
                    zh: "3个国家级示范市率先建立体验中心",
                    en: "Three national demonstration cities open centres first (undated)"),
                target: BilingualText(zh: "3个市", en: "3 cities")),
            PolicyStatement(
                id: "X2", clause: "三（二）·专栏9", kind: .milestone,
                text: BilingualText(
                    zh: "其余13个市和9个省级示范县建立体验中心",
                    en: "Other 13 cities and 9 demonstration counties open centres"),
                target: BilingualText(zh: "13个市和9个县（市、区）", en: "13 cities and 9 counties"), deadline: endOf2018),
            PolicyStatement(
                id: "X3", clause: "三（三）", kind: .service,
                text: BilingualText(zh: "宣传推广与信息技能培训活动", en: "Publicity and skills training each year")),
            PolicyStatement(
                id: "X4", clause: "三（四）", kind: .service,
                text: BilingualText(zh: "农村地区及特殊群体信息服务水平", en: "Services for rural areas and special groups")),
            PolicyStatement(
                id: "X5", clause: "三（二）/三（三）", kind: .service,
                text: BilingualText(zh: "示范市县与国家级示范项目创建", en: "Demonstration titles and national projects")),
            PolicyStatement(
                id: "X6", clause: "三（四）", kind: .service,
                text: BilingualText(
                    zh: "信息进村入户与涉农信息服务体系",
                    en: "Village information access and rural information services")),
            PolicyStatement(
                id: "E1", clause: "四（一）", kind: .quality,
                text: BilingualText(zh: "包容审慎监管与双随机一公开", en: "Prudent supervision and double-random inspection")),
            PolicyStatement(
                id: "E2", clause: "四（二）", kind: .quality,
                text: BilingualText(zh: "信用体系与黑名单制度", en: "Credit system and blacklist")),
            PolicyStatement(
                id: "E3", clause: "四（三）", kind: .quality,
                text: BilingualText(zh: "个人信息保护与网络安全", en: "Personal information protection and network security")),
            PolicyStatement(
                id: "E4", clause: "四（一）", kind: .quality,
                text: BilingualText(
                    zh: "打击电信网络诈骗、侵权假冒、刷单炒信",
                    en: "Action against telecom fraud, counterfeits and fake orders")),
            PolicyStatement(
                id: "E5", clause: "四（三）", kind: .quality,
                text: BilingualText(zh: "消费者权益保护与投诉举报处理", en: "Consumer rights and complaint handling")),
            PolicyStatement(
                id: "A2", clause: "五（二）", kind: .quality,
                text: BilingualText(zh: "加大财税支持力度", en: "Fiscal and tax support")),
        ]
    }
}
