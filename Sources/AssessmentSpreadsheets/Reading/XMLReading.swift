#if Excel
internal import AssessmentCore
internal import CXML2

/// One part of a workbook while libxml2 reads it, bytes by bytes.
///
/// A declaration of a document type, without which no entity can be defined, ends the reading where it begins. Nothing is
/// fetched.
final class XMLReading {
    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    private let stream: ZipArchive.Stream
    private let events: any XMLEvents
    private let deepest: Int
    private var depth = 0
    private var problem: PartProblem?
    private var context: xmlParserCtxtPtr?

    private init(_ stream: ZipArchive.Stream, _ events: any XMLEvents, _ deepest: Int) {
        self.stream = stream
        self.events = events
        self.deepest = deepest
    }

    /// Reads a part to its end.
    ///
    /// - Throws: `PartProblem` where it is no XML that workbooks may hold, or where the events find something wrong.
    static func read(
        _ stream: ZipArchive.Stream, _ events: any XMLEvents, _ limits: SpreadsheetLimits
    ) throws(PartProblem) {
        guard isReady else { return }
        let reading = XMLReading(stream, events, limits.depth)
        defer { withExtendedLifetime(reading) {} }
        let own = Unmanaged.passUnretained(reading).toOpaque()
        var handler = handler()
        guard
            let context = xmlCreateIOParserCtxt(
                &handler, own, { XMLReading.at($0).fill($1, $2) }, nil, own, XML_CHAR_ENCODING_NONE)
        else { throw reading.stream.problem ?? PartProblem("the part cannot be read as XML") }
        defer { xmlFreeParserCtxt(context) }
        reading.context = context
        let options = [XML_PARSE_NONET, XML_PARSE_NOENT, XML_PARSE_NOERROR, XML_PARSE_NOWARNING]
        xmlCtxtUseOptions(context, Int32(options.reduce(0) { $0 | $1.rawValue }))
        xmlParseDocument(context)
        if let problem = reading.problem ?? stream.problem { throw problem }
        guard context.pointee.wellFormed == 1 else {
            var text = "the part is no valid XML"
            if let error = xmlCtxtGetLastError(context), let message = error.pointee.message {
                let said = printable(String(cString: message).prefix(200)).split(separator: " ").joined(separator: " ")
                text += " (line \(error.pointee.line): \(said))"
            }
            throw PartProblem(text)
        }
        // The checksum is compared at the end of the bytes.
        var rest = [UInt8](repeating: 0, count: 4096)
        while reading.stream.read(into: &rest, atMost: rest.count) > 0 {}
        if let problem = stream.problem { throw problem }
    }

    private static func at(_ pointer: UnsafeMutableRawPointer?) -> XMLReading {
        // The parser hands back the pointer that it was given.
        Unmanaged<XMLReading>.fromOpaque(pointer.unsafelyUnwrapped).takeUnretainedValue()
    }

    private static func handler() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { own, name, _, _, _, _, count, _, attributes in
            guard let name else { return }
            XMLReading.at(own).begin(XMLName(bytes: name), XMLAttributes(count: Int(count), pointers: attributes))
        }
        handler.endElementNs = { own, name, _, _ in
            guard let name else { return }
            XMLReading.at(own).end(XMLName(bytes: name))
        }
        handler.characters = { XMLReading.at($0).text($1, $2) }
        handler.cdataBlock = { XMLReading.at($0).text($1, $2) }
        handler.ignorableWhitespace = { XMLReading.at($0).text($1, $2) }
        handler.internalSubset = { own, _, _, _ in XMLReading.at(own).refuseDocumentType() }
        handler.entityDecl = { own, _, _, _, _, _ in XMLReading.at(own).refuseDocumentType() }
        return handler
    }

    private func stop(_ problem: PartProblem) {
        if self.problem == nil { self.problem = problem }
        xmlStopParser(context)
    }

    private func fill(_ place: UnsafeMutablePointer<CChar>?, _ length: Int32) -> Int32 {
        guard let place else { return -1 }
        return Int32(stream.read(into: place, atMost: Int(length)))
    }

    private func begin(_ name: XMLName, _ attributes: XMLAttributes) {
        guard problem == nil else { return }
        depth += 1
        if depth > deepest {
            return stop(PartProblem("its elements are nested more than \(deepest) deep"))
        }
        do throws(PartProblem) {
            try events.begin(name, attributes)
        } catch {
            stop(error)
        }
    }

    private func end(_ name: XMLName) {
        guard problem == nil else { return }
        depth -= 1
        do throws(PartProblem) {
            try events.end(name)
        } catch {
            stop(error)
        }
    }

    private func text(_ bytes: UnsafePointer<UInt8>?, _ count: Int32) {
        guard problem == nil, let bytes else { return }
        do throws(PartProblem) {
            try events.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
        } catch {
            stop(error)
        }
    }

    private func refuseDocumentType() {
        stop(
            PartProblem(
                "the part declares a document type, with which texts can be multiplied without end and files be "
                    + "fetched; no workbook has one"))
    }
}
#endif
