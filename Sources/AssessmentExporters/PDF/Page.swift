#if PDF
internal import AssessmentCharts

/// A page with what lies where; lengths are points from the upper left corner.
struct Page {
    /// What is painted, from back to front.
    var items: [PageItem] = []
    /// What the page is about, for its head; nothing on a page without one.
    var subject: String?

    /// The size of the paper, and the borders of what is printed: A4.
    static let width = 595.28
    static let height = 841.89
    static let left = 50.0
    static let right = 545.28
    static let top = 68.0
    static let bottom = 788.0
    static let textWidth = right - left
}

/// What lies on a page.
struct PageItem {
    /// What it is for a program that reads the page aloud.
    enum Role: String {
        case chapter = "H1"
        case section = "H2"
        case paragraph = "P"
        case figure = "Figure"
        /// A part of the paragraph before, such as a further cell of a row: every element of its own takes 130 bytes.
        case continued
        /// The frame of a page, which is not read.
        case frame
    }

    /// What is painted.
    enum Shape {
        case text(TypesetText, Ink)
        case line(toX: Double, toY: Double, width: Double, Ink)
        case box(width: Double, height: Double, Ink)
        case dot(radius: Double, Ink)
        case drawing(Drawing, scale: Double)
        case picture(Picture, width: Double, height: Double)
        /// A place that links lead to, by its number.
        case destination(Int)
    }

    var x: Double
    var y: Double
    var shape: Shape
    var role = Role.frame
    /// The number of the place that a click leads to.
    var link: Int?
}
#endif
