package import AssessmentCore

/// What may be entered into cells, which the spreadsheet program holds to, with the words that it shows.
package struct EntryRule {
    /// What is taken; both ends of a range belong to it, and one that is left out is open.
    package enum Kind {
        case decimal(atLeast: Double?, atMost: Double?)
        case whole(atLeast: Double?, atMost: Double?)
        case date(from: CalendarDate?, to: CalendarDate?)
        /// A text of so many characters.
        case length(atLeast: Int?, atMost: Int?)
        /// One of some texts: together at most 255 characters with a comma between two, and none holds one.
        case texts([String])
        /// One of the cells that a formula gives.
        case list(String)
    }

    package var block: Sheet.Block
    package var kind: Kind
    /// What stands beside a chosen cell: a title of at most 32 characters and a text of at most 255.
    package var prompt: (title: String, text: String)?
    /// What is shown where something else is entered, in the same lengths.
    package var refusal: (title: String, text: String)?
    /// Whether nothing else can be entered; else the program warns and takes it where a person insists.
    package var stops: Bool

    package init(
        _ block: Sheet.Block, _ kind: Kind, prompt: (title: String, text: String)? = nil,
        refusal: (title: String, text: String)? = nil, stops: Bool = true
    ) {
        self.block = block
        self.kind = kind
        self.prompt = prompt
        self.refusal = refusal
        self.stops = stops
    }
}
