import AssessmentCore

/// The share of cameras in key public areas that are joined to the shared platform.
enum SafetyVideo {
    static let networked = Variable(
        id: "key_area_cameras_networked",
        name: BilingualText(zh: "联网的重点公共区域摄像机数", en: "Networked cameras in key areas"),
        definition: BilingualText(
            zh: "年末已接入公共安全视频图像信息共享平台的重点公共区域视频监控摄像机数",
            en: "Cameras in key public areas joined to the shared public safety video platform at the end of the year"),
        unitOfMeasure: .count,
        reportedBy: .publicSecurityBureau)

    static let cameras = Variable(
        id: "key_area_cameras",
        name: BilingualText(zh: "重点公共区域摄像机数", en: "Cameras in key public areas"),
        definition: BilingualText(
            zh: "年末重点公共区域已建成的视频监控摄像机数，不论建设单位",
            en: "Cameras installed in key public areas at the end of the year, whoever built them"),
        unitOfMeasure: .count,
        reportedBy: .publicSecurityBureau)

    static let checks: [DataCheck] = [
        .count(networked, "public"),
        .count(cameras, "public"),
        .part(networked, of: cameras, "public"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "public.safety_video",
            name: BilingualText(zh: "公共安全视频联网率", en: "Networked public safety cameras"),
            definition: BilingualText(
                zh: "联网的重点公共区域摄像机数 ÷ 重点公共区域摄像机数 × 100%，年末数",
                en: "Networked cameras as a share of the cameras in key public areas, end of year"),
            rationale: BilingualText(
                zh: "政策要求面向社会综合治理的公共安全服务，联网共享使各部门能共用视频资源",
                en: "The policy wants safety services for governance; only networked cameras serve all departments"),
            unitOfMeasure: .percent,
            statements: ["S3"],
            variables: [networked, cameras],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "12500台中11250台", en: "11,250 of 12,500 cameras"),
                    [networked: 11_250, cameras: 12_500], gives: 90)
            ]),
        formula: .share(networked, of: cameras))
}
