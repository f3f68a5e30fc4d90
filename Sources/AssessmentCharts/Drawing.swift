/// A picture as a value: what is drawn where, in colours named by what they mean.
///
/// A chart makes it once; a painter for each format paints it. Lengths are in units of the drawing, one of which is a
/// pixel of a web page or a share of the width of a printed one; y grows downwards.
public struct Drawing: Sendable, Hashable {
    /// The width of the drawing; above zero.
    public var width: Double
    /// The height of the drawing; above zero.
    public var height: Double
    /// What the drawing is called.
    public var title: String
    /// What the drawing says, in words, for readers who do not see it.
    public var summary: String
    /// What is drawn, from back to front.
    public var elements: [Element]
    /// Where parts of the drawing lead to, on a page.
    public var links: [Link]

    /// Creates a drawing.
    public init(
        width: Double, height: Double, title: String, summary: String, elements: [Element], links: [Link] = []
    ) {
        self.width = width
        self.height = height
        self.title = title
        self.summary = summary
        self.elements = elements
        self.links = links
    }

    /// A part of a drawing that leads to a page; paper leaves it out.
    public struct Link: Sendable, Hashable {
        /// The part.
        public var box: Box
        /// Where it leads to, as a page writes it.
        public var reference: String
        /// What is there.
        public var title: String
        /// Whether keys stop at it; not where the page leads there from elsewhere too.
        public var isStop: Bool

        /// Creates a link.
        public init(_ box: Box, reference: String, title: String, isStop: Bool = true) {
            self.box = box
            self.reference = reference
            self.title = title
            self.isStop = isStop
        }
    }

    /// A place on a drawing.
    public struct Place: Sendable, Hashable {
        /// The distance from the left edge.
        public var x: Double
        /// The distance from the top edge.
        public var y: Double

        /// Creates a place.
        public init(_ x: Double, _ y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// How a line is drawn.
    public struct Stroke: Sendable, Hashable {
        /// The colour.
        public var ink: Ink
        /// The width of the line.
        public var width: Double
        /// The lengths of dashes and of the gaps between them, in turn; a whole line where there are none.
        public var dashes: [Double]

        /// Creates a stroke.
        public init(_ ink: Ink, width: Double = 1, dashes: [Double] = []) {
            self.ink = ink
            self.width = width
            self.dashes = dashes
        }
    }

    /// A box parallel to the edges.
    public struct Box: Sendable, Hashable {
        /// The distance of its left side from the left edge.
        public var x: Double
        /// The distance of its upper side from the top edge.
        public var y: Double
        /// Its width; not below zero.
        public var width: Double
        /// Its height; not below zero.
        public var height: Double

        /// Creates a box.
        public init(x: Double, y: Double, width: Double, height: Double) {
            self.x = x
            self.y = y
            self.width = width
            self.height = height
        }
    }

    /// A line of text.
    public struct Label: Sendable, Hashable {
        /// Which part of the text lies at its place.
        public enum Anchor: Sendable, Hashable { case start, middle, end }

        /// What is written.
        public var text: String
        /// Where the base line of the text is anchored.
        public var place: Place
        /// Which part of the text lies there.
        public var anchor: Anchor
        /// The size of the letters: the length of an em.
        public var size: Double
        /// Whether the text is set bold.
        public var isBold: Bool
        /// The colour.
        public var ink: Ink
        /// By how many degrees the text is turned about its place, clockwise.
        public var rotation: Double

        /// Creates a line of text.
        public init(
            _ text: String, at place: Place, anchor: Anchor = .start, size: Double, isBold: Bool = false,
            ink: Ink = .text, rotation: Double = 0
        ) {
            self.text = text
            self.place = place
            self.anchor = anchor
            self.size = size
            self.isBold = isBold
            self.ink = ink
            self.rotation = rotation
        }
    }

    /// One thing that is drawn.
    public indirect enum Element: Sendable, Hashable {
        /// A rectangle, its corners rounded by a radius; filled, outlined, or both.
        case rectangle(Box, radius: Double = 0, fill: Ink? = nil, stroke: Stroke? = nil)
        /// A straight line.
        case line(from: Place, to: Place, Stroke)
        /// A line through places.
        case polyline([Place], Stroke)
        /// The area within places, filled with a colour that lets through what is behind it: from 0, nothing, to 1.
        case area([Place], fill: Ink, opacity: Double)
        /// A circle; filled, outlined, or both.
        case circle(centre: Place, radius: Double, fill: Ink? = nil, stroke: Stroke? = nil)
        /// A line of text.
        case text(Label)
        /// Things that belong together, with what is shown to a reader who points at them.
        case group(title: String, [Element])
    }
}
