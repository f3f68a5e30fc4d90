/// A workbook that was read: what it says of itself, and its sheets, each of which is read when it is asked for.
///
/// Nothing of a file is executed or fetched: formulas give the results that were stored with them, macros, links, pictures
/// and comments are passed over. Source: ECMA-376, the transitional and the strict form.
package struct SpreadsheetFile: Sendable {
    /// A sheet, in the order of the workbook.
    package struct SheetHead: Sendable, Equatable {
        /// Whether a program shows it, shows it to who asks for hidden sheets, or to no one.
        package enum Visibility: Sendable { case visible, hidden, veryHidden }

        package let name: String
        package let visibility: Visibility
        /// Whether it has cells; a chart may be a sheet too.
        package let hasCells: Bool
        /// The part of the file that holds it.
        let part: String
    }

    /// A name for a place or a formula.
    package struct DefinedName: Sendable, Equatable {
        package let name: String
        /// What it stands for, such as `Data!$A$1:$C$9`.
        package let text: String
        /// The sheet that it belongs to, by its position; the whole workbook if nothing.
        package let sheet: Int?
    }

    /// The file, as the person named it.
    package let name: String
    package let sheets: [SheetHead]
    /// Properties that programs keep in the file, by their names.
    package let properties: [String: Workbook.Property]
    package let names: [DefinedName]
    /// Which day the numbers of days count from.
    package let dates: SerialDate.System
    /// Whether the file has macros, which are never looked at.
    package let hasMacros: Bool
    /// Whether somebody commented on cells; the comments are not looked at.
    package let hasComments: Bool

    let limits: SpreadsheetLimits
    #if Excel
    let bytes: [UInt8]
    let texts: [String]
    /// As what each format of cells shows a number.
    let formats: [NumberFormat]
    #endif

    /// Whether the package was built with what reads workbooks.
    package static var isAvailable: Bool {
        #if Excel
        true
        #else
        false
        #endif
    }

    /// The first sheet that is shown and has cells.
    package var firstVisible: SheetHead? { sheets.first { $0.visibility == .visible && $0.hasCells } }

    /// The sheet of a name, in the letters that the workbook writes it in.
    package func sheet(named name: String) -> SheetHead? { sheets.first { $0.name == name } }

    #if !Excel
    /// Reads nothing: the package was built without the trait.
    ///
    /// - Throws: `SpreadsheetFailure` always.
    package init(
        bytes: [UInt8], name: String, limits: SpreadsheetLimits = SpreadsheetLimits()
    ) throws(SpreadsheetFailure) {
        throw SpreadsheetFile.unavailable(name)
    }

    /// Reads nothing: the package was built without the trait.
    ///
    /// - Throws: `SpreadsheetFailure` always.
    package func table(of sheet: SheetHead) throws(SpreadsheetFailure) -> SpreadsheetTable {
        throw SpreadsheetFile.unavailable(name)
    }

    private static func unavailable(_ name: String) -> SpreadsheetFailure {
        SpreadsheetFailure(
            file: name, "this build does not read workbooks",
            expected: "a build with the trait Excel (swift build --traits Excel), or the table as a CSV file")
    }
    #endif
}
