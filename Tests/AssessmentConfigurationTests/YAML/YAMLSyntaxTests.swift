import Testing

@Suite("YAML: what breaks its grammar")
struct YAMLSyntaxTests {
    @Test(arguments: [
        (
            "a: 1\n...\nb: 2\n",
            """
            f:3:1: what stands above is complete, so nothing may follow: indent this line like those above, \
            or delete it
            """
        ),
        (
            "a:\n\tb: 1\n",
            "f:2:1: a tab is used for indentation; use spaces"
        ),
        (
            "a:\n  - b\n\t- c\n",
            "f:3:1: a tab is used for indentation; use spaces"
        ),
        (
            "a: |\n\tx\n",
            "f:2:1: a tab is used for indentation; use spaces"
        ),
        (
            "a: \"open\nb: 1\n",
            "f:1:4: the quotation mark opened here is never closed"
        ),
        (
            "a: 'open",
            "f:1:4: the quotation mark opened here is never closed"
        ),
        (
            "a: [1, 2\nb: 3\n",
            "f:2:2: the list that opens at line 1, column 4 lacks a ‘,’ before this place or a closing ‘]’"
        ),
        (
            "a: [1 2",
            "f:2:1: the list that opens at line 1, column 4 lacks a ‘,’ before this place or a closing ‘]’"
        ),
        (
            "a: {b: 1\nc: 2\n",
            "f:2:2: the mapping that opens at line 1, column 4 lacks a ‘,’ before this place or a closing ‘}’"
        ),
        (
            "a: [",
            "f:2:1: the file ends inside a list or mapping; close it with ‘]’ or ‘}’"
        ),
        (
            "a: ]",
            """
            f:1:4: a value is missing before this place, or a text that begins with this character needs \
            quotes
            """
        ),
        (
            "a: 1\n  b: 2\n",
            """
            f:2:4: a ‘:’ does not fit here: either the line is indented too far, or a text with ‘: ’ in it \
            needs quotes
            """
        ),
        (
            "a:\n    b: 1\n  c: 2\n",
            "f:3:3: this does not continue the mapping that begins at line 1, column 1: indent its keys alike"
        ),
        (
            "a: x: y\n",
            """
            f:1:5: a ‘:’ does not fit here: either the line is indented too far, or a text with ‘: ’ in it \
            needs quotes
            """
        ),
        (
            "a: - b\n",
            "f:1:4: a ‘-’ does not fit here: begin the list on a line of its own, and indent its lines alike"
        ),
        (
            "a: @b",
            "f:1:4: ‘@’ cannot begin a value; put the text in quotes"
        ),
        (
            "a: `b`",
            "f:1:4: ‘`’ cannot begin a value; put the text in quotes"
        ),
        (
            "a: %b",
            "f:1:4: ‘%’ cannot begin a value; put the text in quotes"
        ),
        (
            "a: 1\nb\nc: 2\n",
            "f:2:1: there is no ‘: ’ between key and value; expected ‘key: value’ with a colon and a space"
        ),
        (
            "a: 1\nb：2\nc: 3\n",
            """
            f:2:1: there is no ‘: ’ between key and value; the Chinese sign ‘：’ in the line does not count; \
            expected ‘key: value’ with a colon and a space
            """
        ),
        (
            "- a\nb: 1\n",
            """
            f:2:1: this does not continue the list that begins at line 1, column 1: begin each item with ‘- \
            ’ and indent them alike
            """
        ),
        (
            "a: 1\n- b\n",
            "f:2:1: this does not continue the mapping that begins at line 1, column 1: indent its keys alike"
        ),
        (
            "a: \"x\" y\n",
            """
            f:1:8: the value ends before this place; if the text goes on, put all of it in one pair of \
            quotation marks
            """
        ),
        (
            "a: 'it's'\n",
            """
            f:1:8: the value ends before this place; if the text goes on, put all of it in one pair of \
            quotation marks
            """
        ),
        (
            "a: \"\\q\"\n",
            """
            f:1:5: a backslash in double quotes begins an escape, and this is none: write ‘\\\\’ or use \
            single quotes
            """
        ),
        (
            "a: \"\\ud800\"\n",
            """
            f:1:7: a backslash in double quotes begins an escape, and this is none: write ‘\\\\’ or use \
            single quotes
            """
        ),
        (
            "a: |x\n  y\n",
            """
            f:1:5: a text begun with ‘|’ or ‘>’ starts on the next line; nothing but ‘+’, ‘-’ or a digit 1 \
            to 9 may follow
            """
        ),
        (
            "a: |0\n y",
            """
            f:1:5: a text begun with ‘|’ or ‘>’ starts on the next line; nothing but ‘+’, ‘-’ or a digit 1 \
            to 9 may follow
            """
        ),
        (
            "a: *\n",
            """
            f:1:5: ‘*’ and ‘&’ stand for aliases and anchors, named in letters and digits; put other texts \
            in quotes
            """
        ),
        (
            "a: & b",
            """
            f:1:5: ‘*’ and ‘&’ stand for aliases and anchors, named in letters and digits; put other texts \
            in quotes
            """
        ),
        (
            "a: !foo!x b",
            "f:1:4: a ‘!’ begins a tag, which is not supported: put a text that begins with it in quotes"
        ),
        (
            "a: !<x",
            "f:1:7: a ‘!’ begins a tag, which is not supported: put a text that begins with it in quotes"
        ),
        (
            "key: [a，b\n",
            """
            f:2:1: the list that opens at line 1, column 6 lacks a ‘,’ before this place or a closing ‘]’; \
            the Chinese sign ‘，’ in the line does not count
            """
        ),
        (
            "name: “a\nb: \"c\n",
            "f:2:4: the quotation mark opened here is never closed"
        ),
        (
            "a: 1\r\nb: [\r\n",
            "f:3:1: the file ends inside a list or mapping; close it with ‘]’ or ‘}’"
        ),
        (
            "- - - a\n  -b",
            "f:2:3: there is no ‘: ’ between key and value; expected ‘key: value’ with a colon and a space"
        ),
        (
            "a: b\n c: d",
            """
            f:2:3: a ‘:’ does not fit here: either the line is indented too far, or a text with ‘: ’ in it \
            needs quotes
            """
        ),
        (
            "a: \"b\n---\nc",
            "f:1:4: the quotation mark opened here is never closed"
        ),
        (
            "{a: 1}}",
            """
            f:1:7: what stands above is complete, so nothing may follow: indent this line like those above, \
            or delete it
            """
        ),
        (
            "a: 1\n]\n",
            "f:2:1: this does not continue the mapping that begins at line 1, column 1: indent its keys alike"
        ),
        (
            "a: |\n  x\n y\n",
            "f:3:2: this does not continue the mapping that begins at line 1, column 1: indent its keys alike"
        ),
        (
            "{a: \"b\":1}",
            "f:1:8: the mapping that opens at line 1, column 1 lacks a ‘,’ before this place or a closing ‘}’"
        ),
    ])
    func problem(text: String, told: String) {
        #expect(reading(text) == told)
    }
}
