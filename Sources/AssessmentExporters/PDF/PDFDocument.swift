internal import AssessmentCore

/// A document laid out on pages and written as PDF.
enum PDFDocument {
    /// The bytes of each of some documents, in their order; the same for the same documents and fonts.
    ///
    /// Threads share them out: each has a map of fonts of its own, since those of Pango belong to one.
    ///
    /// - Parameters:
    ///   - count: the number of documents.
    ///   - language: the language that all are written in.
    ///   - template: how they look.
    ///   - threads: as many as the machine has processors where nothing is given.
    ///   - document: makes each one by its number.
    /// - Throws: `MethodError` without the trait PDF, where the logo cannot be read, or where Cairo gives up.
    static func bytes(
        count: Int, language: Language, template: ReportTemplate, threads: Int? = nil,
        document: @Sendable (Int) -> ReportDocument
    ) throws -> [[UInt8]] {
        #if PDF
        // A font map and the faces of fonts are dear to make, and a long file holds up the thread that has them: a few
        // documents share them.
        let share = 8
        let shares = Parallel.map((count + share - 1) / share, threads: threads) { position in
            Result<[[UInt8]], any Error> {
                let typesetter = Typesetter(language: language)
                let glyphs = GlyphPainter()
                let look = try PrintLook(template, language)
                return try (position * share..<min(count, (position + 1) * share)).map { number in
                    let document = document(number)
                    var composer = PageComposer(typesetter: typesetter, document: document, look: look)
                    composer.compose()
                    return try PDFWriter(document: document, look: look, typesetter: typesetter, glyphs: glyphs)
                        .bytes(of: composer)
                }
            }
        }
        return try shares.flatMap { try $0.get() }
        #else
        throw MethodError("the package was built without the trait PDF")
        #endif
    }
}
