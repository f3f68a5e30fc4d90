#if Excel
import CZip
import Testing

/// Archives whose parts are packed, which libzip writes.
enum PackedZip {
    static func bytes(_ parts: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
        var error = zip_error_t()
        let source = try #require(zip_source_buffer_create(nil, 0, 0, &error))
        let archive = try #require(zip_open_from_source(source, ZIP_TRUNCATE, &error))
        zip_source_keep(source)
        defer { zip_source_free(source) }
        let kept = parts.map { part in
            let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, part.bytes.count))
            copy.initialize(from: part.bytes, count: part.bytes.count)
            return (name: part.name, bytes: copy, count: part.bytes.count)
        }
        defer { for part in kept { part.bytes.deallocate() } }
        for part in kept {
            let content = zip_source_buffer(archive, part.bytes, UInt64(part.count), 0)
            let index = zip_file_add(archive, part.name, content, 0)
            try #require(index >= 0)
            zip_set_file_compression(archive, UInt64(index), ZIP_CM_DEFLATE, 9)
        }
        try #require(zip_close(archive) == 0)
        try #require(zip_source_open(source) == 0)
        zip_source_seek(source, 0, SEEK_END)
        var bytes = [UInt8](repeating: 0, count: Int(zip_source_tell(source)))
        zip_source_seek(source, 0, SEEK_SET)
        try #require(zip_source_read(source, &bytes, UInt64(bytes.count)) == bytes.count)
        return bytes
    }
}
#endif
