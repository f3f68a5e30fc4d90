import Testing

@Suite("YAML: what is grammatical and still refused")
struct YAMLRefusalTests {
    @Test(arguments: [
        ("? \n: 1", "f:1:2: there is no key here; expected a word before the ‘:’"),
        (
            "{[a]: {b: 1, b: 2}, <<: 1, c: *d}",
            """
            f:1:2: a list is used as a key; expected a word before the ‘:’
            f:1:14: the key ‘b’ is written twice; it is already at line 1, column 8; expected each key once
            f:1:21: merge keys ‘<<’ are not supported; write the keys out
            f:1:31: ‘*d’ refers to nothing; expected a name given before with ‘&d’
            """
        ),
        (
            "a: 1\na: 2\nb: @",
            """
            f:2:1: the key ‘a’ is written twice; it is already at line 1, column 1; expected each key once
            f:3:4: ‘@’ cannot begin a value; put the text in quotes
            """
        ),
        (
            "",
            "f:1:1: the file is empty: it holds nothing but comments or blanks; "
                + "expected keys with values, of which ‘assessment:’ is the first of an assessment.yml"
        ),
        (
            "# only\n\n",
            "f:1:1: the file is empty: it holds nothing but comments or blanks; "
                + "expected keys with values, of which ‘assessment:’ is the first of an assessment.yml"
        ),
        (
            "---\n",
            "f:1:1: the file is empty: it holds nothing but comments or blanks; "
                + "expected keys with values, of which ‘assessment:’ is the first of an assessment.yml"
        ),
        (
            "---\n...\n",
            "f:1:1: the file is empty: it holds nothing but comments or blanks; "
                + "expected keys with values, of which ‘assessment:’ is the first of an assessment.yml"
        ),
        (
            "a: 1\n---\nb: 2\n",
            """
            f:2:1: a second document begins here; expected one document a file; delete the line ‘---’ or \
            ‘...’, or use two files
            """
        ),
        (
            "a: 1\n---\n",
            """
            f:2:1: a second document begins here; expected one document a file; delete the line ‘---’ or \
            ‘...’, or use two files
            """
        ),
        (
            "\u{FEFF}a: 1",
            "f:1:1: the file begins with a byte order mark; save as UTF-8 without BOM"
        ),
        (
            "a: \u{FEFF}b",
            "f:1:4: there is a byte order mark (U+FEFF) inside the text; delete it"
        ),
        (
            "a\u{0}b: 1",
            "f:1:2: the file holds a NUL character, so it is not a text file or is damaged"
        ),
        (
            "ab\u{0}: 1",
            "f:1:3: the file holds a NUL character, so it is not a text file or is damaged"
        ),
        (
            "a: 安徽\u{07}",
            "f:1:6: there is an invisible control character (U+0007) here; delete it"
        ),
        (
            "a: b\u{2028}c",
            "f:1:5: there is an invisible line separator (U+2028) here; replace it by a line break"
        ),
        (
            "a: !!str 1",
            "f:1:4: the tag ‘!!str’ is not supported; delete it, or quote a text with ‘!’"
        ),
        (
            "a: !foo {b: !!python/object:os.system x}",
            """
            f:1:4: the tag ‘!foo’ is not supported; delete it, or quote a text with ‘!’
            f:1:13: the tag ‘!!python/object:os.system’ is not supported; delete it, or quote a text with \
            ‘!’
            """
        ),
        (
            "a: ! b",
            "f:1:4: the tag ‘!’ is not supported; delete it, or quote a text with ‘!’"
        ),
        (
            "%TAG ! tag:x,2000:\n---\na: 1\n",
            "f:1:1: ‘%TAG’ lines are not supported; delete this line"
        ),
        (
            "%YAML 1.1\n---\na: 1\n",
            "f:1:1: the file asks for YAML 1.1; expected YAML 1.2; delete this line"
        ),
        (
            "%FOO\n---\na: 1",
            "f:1:1: this line begins with ‘%’ but is no instruction that is supported; delete it"
        ),
        (
            "%YAML 2.0\n---\na: 1",
            "f:1:1: this line asks for a YAML that is not supported; delete it"
        ),
        (
            "a: 1\na: 2\na: 3\n",
            """
            f:2:1: the key ‘a’ is written twice; it is already at line 1, column 1; expected each key once
            f:3:1: the key ‘a’ is written twice; it is already at line 1, column 1; expected each key once
            """
        ),
        (
            "安徽: {省: 1, 省: 2}\n",
            "f:1:12: the key ‘省’ is written twice; it is already at line 1, column 6; expected each key once"
        ),
        (
            "? [a]\n: 1\n? {b: 1}\n: 2\n",
            """
            f:1:3: a list is used as a key; expected a word before the ‘:’
            f:3:3: a mapping (lines of ‘key: value’) is used as a key; expected a word before the ‘:’
            """
        ),
        (
            "[a]: 1",
            "f:1:1: a list is used as a key; expected a word before the ‘:’"
        ),
        (
            "~: 1\nnull: 2\n: 3\n'': 4\n",
            """
            f:1:1: the key ‘~’ means “nothing”; write it in quotes if it is a name
            f:2:1: the key ‘null’ means “nothing”; write it in quotes if it is a name
            f:3:1: this does not continue the mapping that begins at line 1, column 1: indent its keys \
            alike
            """
        ),
        (
            "<<: *x\n",
            """
            f:1:1: merge keys ‘<<’ are not supported; write the keys out
            f:1:5: ‘*x’ refers to nothing; expected a name given before with ‘&x’
            """
        ),
        (
            "b: &x {a: 1}\nc:\n  <<: *x\n",
            "f:3:3: merge keys ‘<<’ are not supported; write the keys out"
        ),
        (
            "a: *none\n",
            "f:1:4: ‘*none’ refers to nothing; expected a name given before with ‘&none’"
        ),
        (
            "a: &name 1\nb: *nane\n",
            "f:2:4: ‘*nane’ refers to nothing; expected a name given before with ‘&nane’; did you mean ‘*name’?"
        ),
        (
            "a: &a [*a]\n",
            "f:1:8: ‘*a’ stands inside the value that it refers to, which would never end"
        ),
        (
            "{floor:200, b：3}",
            """
            f:1:2: ‘floor:200’ is read as a key without a value; expected a colon ‘:’ and a space between \
            key and value; did you mean ‘floor: 200’?
            f:1:13: ‘b：3’ is read as a key without a value; expected a colon ‘:’ and a space between key \
            and value; did you mean ‘b: 3’?
            """
        ),
        (
            "a: \"x\\0y\"\n",
            "f:1:4: an escape in this text stands for a control character (U+0000); delete the escape"
        ),
        (
            "&a b: 1\nc: *a\n*a : 2\n",
            "f:3:1: the key ‘b’ is written twice; it is already at line 1, column 1; expected each key once"
        ),
        (
            "'a': 1\n\"a\": 2",
            "f:2:1: the key ‘a’ is written twice; it is already at line 1, column 1; expected each key once"
        ),
    ])
    func problem(text: String, told: String) {
        #expect(reading(text) == told)
    }

    @Test(
        arguments: [
            ([0xFF, 0xFE, 0x61, 0], "f:1:1: the file is saved as UTF-16; save as UTF-8 without BOM"),
            ([0xFE, 0xFF, 0, 0x61], "f:1:1: the file is saved as UTF-16; save as UTF-8 without BOM"),
            ([0, 0x61, 0, 0x3A], "f:1:1: the file is saved as UTF-16; save as UTF-8 without BOM"),
            ([0x61, 0, 0x3A, 0], "f:1:1: the file is saved as UTF-16; save as UTF-8 without BOM"),
            ([0, 0, 0], "f:1:1: the file holds a NUL character, so it is not a text file or is damaged"),
        ] as [([UInt8], String)])
    func encoding(bytes: [UInt8], told: String) {
        #expect(reading(bytes: bytes) == told)
    }

    @Test(
        arguments: [
            ("B0", [0xB0, 0xB2]), ("C0", [0xC0, 0x80]), ("E5", [0xE5, 0xAE]), ("ED", [0xED, 0xA0, 0x80]),
            ("F4", [0xF4, 0x90, 0x80, 0x80]), ("F8", [0xF8, 0x88, 0x80, 0x80, 0x80]), ("FF", [0xFF]),
        ] as [(String, [UInt8])])
    func badUTF8(name: String, bytes: [UInt8]) {
        #expect(
            reading(bytes: Array("a: 1\r\n安徽: ".utf8) + bytes) == """
                f:2:5: the file is not valid UTF-8 here (byte \(name)); it may have been saved as GBK or “ANSI”; \
                expected a file saved as UTF-8 without BOM
                """)
    }
}
