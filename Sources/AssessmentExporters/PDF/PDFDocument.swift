internal import AssessmentCore

/// A document laid out on pages and written as PDF.
enum PDFDocument {
    /// The bytes of the file; the same for the same document and fonts.
    ///
    /// - Throws: `MethodError` without the trait PDF, or where Cairo gives up.
    static func bytes(of document: ReportDocument) throws -> [UInt8] {
        #if PDF
        let typesetter = Typesetter(language: document.language)
        var composer = PageComposer(typesetter: typesetter, document: document)
        composer.compose()
        return try PDFWriter(document: document, typesetter: typesetter).bytes(of: composer)
        #else
        throw MethodError("the package was built without the trait PDF")
        #endif
    }
}
