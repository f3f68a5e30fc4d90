#if Excel
import CZip
import Testing

/// A part of an archive as text.
enum ZipPart {
    static func text(_ name: String, of bytes: [UInt8]) throws -> String {
        var error = zip_error_t()
        return try bytes.withUnsafeBufferPointer { buffer in
            let source = try #require(zip_source_buffer_create(buffer.baseAddress, UInt64(buffer.count), 0, &error))
            let archive = try #require(zip_open_from_source(source, ZIP_RDONLY, &error))
            defer { zip_discard(archive) }
            var stat = zip_stat_t()
            try #require(zip_stat(archive, name, 0, &stat) == 0)
            let file = try #require(zip_fopen(archive, name, 0))
            defer { zip_fclose(file) }
            var text = [UInt8](repeating: 0, count: Int(stat.size))
            try #require(zip_fread(file, &text, stat.size) == text.count)
            return String(decoding: text, as: UTF8.self)
        }
    }
}
#endif
