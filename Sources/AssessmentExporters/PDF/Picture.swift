#if PDF
internal import AssessmentCore
internal import CPangoCairo

/// A picture that is printed as it is.
final class Picture {
    /// The surface of Cairo that holds it.
    let surface: OpaquePointer
    /// Its size in pixels.
    let width: Double
    let height: Double

    /// The bytes that Cairo has not read yet.
    private final class Source {
        var rest: ArraySlice<UInt8>
        init(_ bytes: [UInt8]) { rest = bytes[...] }
    }

    /// Reads a PNG.
    ///
    /// - Throws: `MethodError` where Cairo cannot read it.
    init(png: [UInt8], file: String) throws {
        let source = Source(png)
        let surface = withExtendedLifetime(source) {
            cairo_image_surface_create_from_png_stream(
                { closure, target, length in
                    guard let closure, let target else { return CAIRO_STATUS_READ_ERROR }
                    let source = Unmanaged<Source>.fromOpaque(closure).takeUnretainedValue()
                    guard source.rest.count >= Int(length) else { return CAIRO_STATUS_READ_ERROR }
                    for (position, byte) in source.rest.prefix(Int(length)).enumerated() { target[position] = byte }
                    source.rest = source.rest.dropFirst(Int(length))
                    return CAIRO_STATUS_SUCCESS
                }, Unmanaged.passUnretained(source).toOpaque())
        }
        let status = cairo_surface_status(surface)
        guard let surface, status == CAIRO_STATUS_SUCCESS else {
            cairo_surface_destroy(surface)
            throw MethodError(
                "the logo ‘\(file)’ cannot be read as a PNG: \(String(cString: cairo_status_to_string(status)))")
        }
        self.surface = surface
        width = Double(cairo_image_surface_get_width(surface))
        height = Double(cairo_image_surface_get_height(surface))
    }

    deinit { cairo_surface_destroy(surface) }
}
#endif
