internal import AssessmentCore

/// `datapackage.json`: the tables as a Data Package of version 1 with a Table Schema each (https://specs.frictionlessdata.io).
struct DataPackage {
    let described: DescriptionOfData
    let files: [DescribedFile]

    /// The file.
    var text: String {
        var pairs: [(String, JSONTree)] = [
            ("profile", .text("data-package")), ("name", .text(DataPackage.name(described.id))),
            (
                "id",
                .text(described.options.base.isEmpty ? printable(described.id) : described.options.base + "dataset")
            ),
            ("title", DataPackage.both(described.title)), ("description", DataPackage.both(described.text)),
            ("version", .text(described.assessment.specification.period.description)),
            ("keywords", .texts(described.keywords.flatMap { [printable($0.zh), printable($0.en)] })),
            (
                "contributors",
                .list([
                    .object([
                        ("title", DataPackage.both(described.options.publisher)), ("role", .text("publisher")),
                    ])
                ])
            ),
        ]
        if let day = described.options.issued { pairs.append(("created", .text("\(day)T00:00:00Z"))) }
        if let licence = described.options.licence {
            let name: [(String, JSONTree)] = licence.name.isEmpty ? [] : [("name", .text(licence.name))]
            pairs.append(("licenses", .list([.object(name + [("path", .text(licence.address))])])))
        }
        pairs.append(("resources", .list(files.map(resource))))
        return JSONTree.object(pairs).written() + "\n"
    }

    private func resource(_ described: DescribedFile) -> JSONTree {
        var pairs: [(String, JSONTree)] = [
            ("name", .text(described.name)), ("path", .text(described.path)),
            ("profile", .text(described.table == nil ? "data-resource" : "tabular-data-resource")),
            ("title", DataPackage.both(described.title)), ("format", .text(described.format.name)),
            ("mediatype", .text(described.format.mediaType)), ("encoding", .text("utf-8")),
            ("bytes", .integer(described.file.bytes.count)),
            ("hash", .text("sha256:" + checksum(described.file.bytes))),
        ]
        if let table = described.table {
            pairs.append(
                (
                    "dialect",
                    .object([("delimiter", .text(",")), ("lineTerminator", .text("\n")), ("header", .flag(true))])
                )
            )
            pairs.append(("schema", schema(table)))
        }
        return .object(pairs)
    }

    private func schema(_ table: DataTable) -> JSONTree {
        var pairs: [(String, JSONTree)] = [
            ("fields", .list(table.fields.map(field))), ("missingValues", .texts([""])),
            ("primaryKey", .texts(table.primaryKey)),
        ]
        if !table.foreignKeys.isEmpty {
            let keys = table.foreignKeys.map { key in
                JSONTree.object([
                    ("fields", .text(key.field)),
                    (
                        "reference",
                        .object([("resource", .text(key.table)), ("fields", .text(key.reference))])
                    ),
                ])
            }
            pairs.append(("foreignKeys", .list(keys)))
        }
        return .object(pairs)
    }

    private func field(_ field: DataTable.Field) -> JSONTree {
        var constraints: [(String, JSONTree)] = []
        if field.isRequired { constraints.append(("required", .flag(true))) }
        if !field.accepted.isEmpty { constraints.append(("enum", .texts(field.accepted))) }
        if let minimum = field.minimum { constraints.append(("minimum", .integer(minimum))) }
        var pairs: [(String, JSONTree)] = [
            ("name", .text(field.name)), ("type", .text(field.kind.rawValue)), ("title", DataPackage.both(field.title)),
        ]
        if let meaning = field.meaning { pairs.append(("description", DataPackage.both(meaning))) }
        if !constraints.isEmpty { pairs.append(("constraints", .object(constraints))) }
        return .object(pairs)
    }

    private static func both(_ text: BilingualText) -> JSONTree {
        .text(text.zh == text.en ? printable(text.zh) : printable(text.zh) + " / " + printable(text.en))
    }

    /// A name of lower-case letters, digits, `.`, `_` and `-`, as the standard asks for.
    private static func name(_ id: String) -> String {
        let name = OutputFile.safeName(id).lowercased()
        return name.isEmpty ? "assessment" : name
    }
}
