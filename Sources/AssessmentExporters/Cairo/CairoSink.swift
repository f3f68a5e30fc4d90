#if PDF
internal import CPangoCairo

/// What Cairo has written so far of a file.
final class CairoSink {
    fileprivate(set) var bytes: [UInt8] = []

    /// What Cairo is to hand to ``takeFromCairo(closure:data:length:)``; it must not outlive the sink.
    var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
}

/// Adds the next bytes that Cairo wrote to the sink that it was given.
func takeFromCairo(
    closure: UnsafeMutableRawPointer?, data: UnsafePointer<UInt8>?, length: UInt32
) -> cairo_status_t {
    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
    Unmanaged<CairoSink>.fromOpaque(closure).takeUnretainedValue().bytes
        .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
    return CAIRO_STATUS_SUCCESS
}
#endif
