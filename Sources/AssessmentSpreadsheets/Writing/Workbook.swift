/// A workbook: sheets, and names for places in them.
package struct Workbook {
    /// The format's own colour of heads.
    package static let accent: UInt32 = 0x1F3A5F

    /// What a property that a program looks for holds.
    package enum Property: Equatable {
        case text(String)
        case number(Double)
        case boolean(Bool)
    }

    package var title = ""
    package var subject = ""
    package var comments = ""
    /// Properties of the file by their names, which no sheet shows.
    package var properties: [(name: String, value: Property)] = []
    package var sheets: [Sheet] = []
    package var names: [(name: String, place: String)] = []
    /// The colour of heads and charts; the format's own where there is none.
    package var accent: UInt32?
    /// What stands at the foot of every printed page beside sheet and number; empty where nothing does.
    package var footer = ""

    /// A workbook without sheets.
    package init() {}
}
