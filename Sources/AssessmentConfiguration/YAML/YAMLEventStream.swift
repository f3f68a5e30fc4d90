import AssessmentCore
import CLibYAML

/// What the parser has found next in a file.
struct YAMLEvent {
    /// Where it begins.
    var position: SourcePosition
    /// What it is.
    var kind: Kind

    /// The name and the tag that may stand before a value.
    struct Properties {
        /// The name after `&`.
        var anchor: String?
        /// The full tag, with its handle resolved.
        var tag: String?
    }

    /// The things that the parser finds.
    enum Kind {
        case documentStart(version: String?)
        case alias(String)
        case scalar(text: String, isPlain: Bool, Properties)
        case sequenceStart(Properties)
        case mappingStart(Properties)
        case collectionEnd
        case streamEnd
        /// A mark that carries nothing for the tree.
        case other
    }
}

/// The events of libyaml as Swift values; it owns the parser and ends with it.
struct YAMLEventStream: ~Copyable {
    // The parser keeps pointers to itself and to the bytes, so neither may move.
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let input: UnsafeMutableBufferPointer<UInt8>
    private let bytes: [UInt8]
    private let file: String

    /// Opens a stream over the bytes of a file.
    init(bytes: [UInt8], file: String) throws(Diagnostic) {
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        guard yaml_parser_initialize(parser) == 1 else {
            parser.deallocate()
            throw Diagnostic(
                at: SourcePosition(file: file, line: 1, column: 1), "there is not enough memory to read it")
        }
        let input = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
        _ = input.initialize(fromContentsOf: bytes)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, input.baseAddress, bytes.count)
        self.parser = parser
        self.input = input
        self.bytes = bytes
        self.file = file
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
        input.deallocate()
    }

    /// The next event; after the end of the stream, the end again.
    mutating func next() throws(Diagnostic) -> YAMLEvent {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
        defer { yaml_event_delete(&event) }
        return YAMLEvent(position: event.start_mark.position(in: file), kind: YAMLEventStream.kind(of: event))
    }

    private static func kind(of event: yaml_event_t) -> YAMLEvent.Kind {
        switch event.type {
        case YAML_DOCUMENT_START_EVENT:
            let version = event.data.document_start.version_directive?.pointee
            return .documentStart(version: version.map { "\($0.major).\($0.minor)" })
        case YAML_ALIAS_EVENT:
            return .alias(text(event.data.alias.anchor) ?? "")
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let value = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            return .scalar(
                text: String(decoding: value, as: UTF8.self), isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE,
                YAMLEvent.Properties(anchor: text(scalar.anchor), tag: text(scalar.tag)))
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            return .sequenceStart(YAMLEvent.Properties(anchor: text(start.anchor), tag: text(start.tag)))
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            return .mappingStart(YAMLEvent.Properties(anchor: text(start.anchor), tag: text(start.tag)))
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .collectionEnd
        case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return .streamEnd
        default: return .other
        }
    }

    private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        pointer.map { String(decodingCString: $0, as: UTF8.self) }
    }

    private borrowing func failure() -> Diagnostic {
        let state = parser.pointee
        return YAMLSyntaxProblem(
            problem: state.problem.map { String(cString: $0) } ?? "there is not enough memory to read it",
            context: state.context.map { String(cString: $0) },
            position: state.problem_mark.position(in: file),
            opening: state.context_mark.position(in: file),
            line: YAMLEventStream.line(state.problem_mark.line, of: bytes),
            openingLine: YAMLEventStream.line(state.context_mark.line, of: bytes) ?? ""
        ).diagnostic
    }

    /// A line of the file, or nothing behind the last.
    private static func line(_ number: Int, of bytes: [UInt8]) -> String? {
        let isBreak = { (byte: UInt8) in byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
        var rest = bytes[...]
        for _ in 0..<number {
            let ended = rest.drop { !isBreak($0) }
            rest = ended.dropFirst(ended.starts(with: "\r\n".utf8) ? 2 : 1)
        }
        guard !rest.isEmpty else { return nil }
        return String(decoding: rest.prefix { !isBreak($0) }, as: UTF8.self)
    }
}

extension yaml_mark_t {
    /// The mark as a position that a person counts, from 1.
    fileprivate func position(in file: String) -> SourcePosition {
        SourcePosition(file: file, line: line + 1, column: column + 1)
    }
}
