import AssessmentCore

/// The categories of new information products that the policy names, as the register of innovative products writes
/// them.
public enum ProductCategory: String, Sendable, Hashable, CaseIterable {
    /// Mid and high-end mobile communication terminals.
    case mobileTerminal = "mobile_terminal"
    /// Wearable devices.
    case wearable
    /// Digital home products.
    case digitalHome = "digital_home"
    /// Virtual reality products.
    case virtualReality = "virtual_reality"
    /// Augmented reality products.
    case augmentedReality = "augmented_reality"
    /// Intelligent connected vehicles and their terminals.
    case connectedVehicle = "connected_vehicle"
    /// Intelligent service robots.
    case serviceRobot = "service_robot"
    /// Consumer drones.
    case consumerDrone = "consumer_drone"
    /// Smart home appliances, small ones included.
    case homeAppliance = "home_appliance"
    /// Intelligent voice terminals.
    case voiceTerminal = "voice_terminal"
    /// Computers and communication terminals other than mobile telephones.
    case computerTerminal = "computer_terminal"

    /// The statement of the policy that names the category.
    public var statement: String {
        switch self {
        case .mobileTerminal: "N1"
        case .wearable: "N2"
        case .digitalHome: "N3"
        case .virtualReality: "N4"
        case .augmentedReality: "N5"
        case .connectedVehicle: "N6"
        case .serviceRobot: "N7"
        case .consumerDrone: "N8"
        case .homeAppliance: "N11"
        case .voiceTerminal: "N12"
        case .computerTerminal: "N13"
        }
    }

    /// Its name.
    var name: BilingualText {
        switch self {
        case .mobileTerminal: BilingualText(zh: "中高端移动通信终端", en: "Mid and high-end mobile terminals")
        case .wearable: BilingualText(zh: "可穿戴设备", en: "Wearable devices")
        case .digitalHome: BilingualText(zh: "数字家庭产品", en: "Digital home products")
        case .virtualReality: BilingualText(zh: "虚拟现实产品", en: "Virtual reality products")
        case .augmentedReality: BilingualText(zh: "增强现实产品", en: "Augmented reality products")
        case .connectedVehicle: BilingualText(zh: "智能网联汽车", en: "Intelligent connected vehicles")
        case .serviceRobot: BilingualText(zh: "智能服务机器人", en: "Intelligent service robots")
        case .consumerDrone: BilingualText(zh: "消费级无人机", en: "Consumer drones")
        case .homeAppliance: BilingualText(zh: "智能家电与小家电", en: "Smart and small home appliances")
        case .voiceTerminal: BilingualText(zh: "智能语音终端", en: "Intelligent voice terminals")
        case .computerTerminal: BilingualText(zh: "通信和电脑终端", en: "Communication and computer terminals")
        }
    }

    /// What belongs to it, so that one product falls into one category.
    var scope: BilingualText {
        switch self {
        case .mobileTerminal:
            BilingualText(zh: "智能手机等手持移动通信终端", en: "smartphones and other hand-held terminals")
        case .wearable:
            BilingualText(
                zh: "手环、手表、耳机、健康监测等穿戴在身的设备，头戴显示设备除外",
                en: "bands, watches, earphones, health monitors and the like, without head-mounted displays")
        case .digitalHome:
            BilingualText(
                zh: "家庭网关、三网融合机顶盒、家庭影音、家庭安防",
                en: "home gateways, set-top boxes, home audio and video, home security")
        case .virtualReality:
            BilingualText(
                zh: "虚拟现实头戴显示、输入和内容制作设备",
                en: "displays, input devices and production equipment for virtual reality")
        case .augmentedReality:
            BilingualText(
                zh: "增强现实和混合现实眼镜、显示和交互设备",
                en: "glasses, displays and input devices for augmented and mixed reality")
        case .connectedVehicle:
            BilingualText(
                zh: "智能网联汽车整车，辅助驾驶、自动驾驶、车载导航和车载多媒体等车载终端",
                en: "connected vehicles, and terminals for assisted and automated driving, navigation and media in them"
            )
        case .serviceRobot:
            BilingualText(
                zh: "家庭、教育、医疗、公共服务机器人，工业机器人除外",
                en: "robots for home, education, health and public service, without industrial robots")
        case .consumerDrone:
            BilingualText(
                zh: "面向个人航拍、娱乐等用途的无人机，行业应用无人机除外",
                en: "drones for private photography and play, without those for industries")
        case .homeAppliance:
            BilingualText(
                zh: "智能电视、冰箱、空调、洗衣机，厨卫电器、空气净化、健康饮水等小家电",
                en: "smart televisions, refrigerators, air conditioners, washing machines; small kitchen, bathroom, "
                    + "air and water appliances")
        case .voiceTerminal:
            BilingualText(
                zh: "以语音交互为主要功能的音箱、翻译机、录音笔、学习机等终端",
                en: "speakers, translators, recorders, learning devices and others worked mainly by voice")
        case .computerTerminal:
            BilingualText(
                zh: "台式机、笔记本和平板电脑，以及手机以外的通信终端",
                en: "desktop, notebook and tablet computers, and communication terminals other than mobile phones")
        }
    }
}
