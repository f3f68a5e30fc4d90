#if PDF
internal import AssessmentCharts
internal import AssessmentCore

/// How printed pages look by a template.
struct PrintLook {
    /// The colours.
    let palette: Palette
    /// What stands at the foot of every page beside the format's own line; empty where nothing does.
    let footer: String
    /// The picture on the cover.
    let logo: Picture?

    /// The look in a language.
    ///
    /// - Throws: `MethodError` where the logo cannot be read.
    init(_ template: ReportTemplate, _ language: Language) throws {
        palette = template.accent.map { Palette.light.with(accent: $0) } ?? .light
        footer = template.footer.map { $0[language] } ?? ""
        logo = try template.logo.map { try Picture(png: $0.png, file: $0.file) }
    }
}
#endif
