internal import AssessmentCharts
internal import AssessmentCore

/// The look of the pages: a statistical yearbook in three-line tables (三线表), with one accent colour.
///
/// Pages share it as one file.
enum Stylesheet {
    /// Its path in the folder.
    static let path = "site.css"

    /// The file, with the accent of a template.
    static func file(for template: ReportTemplate) -> OutputFile {
        let parts = ["\(text)", IndicatorSections.narrowHeadings, "\(SiteStyles.text)", charts]
        return OutputFile(path: path, text: parts.joined() + (template.accent.map(accent) ?? ""))
    }

    /// A colour in the place of the accent, with its shades; on dark pages as light as text must be.
    private static func accent(_ colour: Colour) -> String {
        func declared(_ colour: Colour, _ palette: Palette) -> String {
            let changed = palette.with(accent: colour)
            let shades = (0..<Ink.stepCount).map { "--chart-\(Ink.step($0).name): \(changed[.step($0)].text);" }
            return ":root, :root:lang(en) { --accent: \(colour.text); --fill: \(colour.text); "
                + "--chart-accent: \(colour.text); \(shades.joined(separator: " ")) }\n"
        }
        let ground = Colour(red: 0x12, green: 0x18, blue: 0x1E)
        return declared(colour, .light) + "@media screen and (prefers-color-scheme: dark) {\n"
            + declared(colour.lightened(on: ground, contrast: 4.5), .dark) + "}\n"
    }

    /// The colours of charts on light and on dark pages.
    private static var charts: String {
        ":root {\n\(Palette.light.declarations)\n--chart-font: var(--sans);\n}\n"
            + "@media screen and (prefers-color-scheme: dark) {\n:root {\n\(Palette.dark.declarations)\n}\n}\n"
    }

    /// What every page needs.
    static let text: StaticString = """
        :root {
          --paper: #ffffff; --ink: #1a2229; --quiet: #55616c; --rule: #d8dde2; --accent: #0f4c81;
          --track: #e7ecf1; --fill: #2f6fa8; --mark: #1a2229; --good: #17693c; --short: #a3361a;
          --notice: #fdf3d8; --notice-ink: #4d3800; --notice-rule: #d9a514;
          --sans: "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif;
          --serif: "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun", serif;
        }
        :root:lang(en) {
          --sans: "Source Sans 3", "Noto Sans", "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", "DejaVu Sans",
            "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif;
          --serif: "Source Serif 4", "Noto Serif", Georgia, "Times New Roman", "Liberation Serif", "DejaVu Serif",
            "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun", serif;
        }
        @media screen and (prefers-color-scheme: dark) {
          :root, :root:lang(en) {
            --paper: #12181e; --ink: #e5eaee; --quiet: #a4afb9; --rule: #313b45; --accent: #8cc1ee;
            --track: #26313b; --fill: #5b9bd3; --mark: #ffffff; --good: #6dcb97; --short: #f2a083;
            --notice: #362c10; --notice-ink: #f4e4b4; --notice-rule: #b98d17;
          }
        }
        *, *::before, *::after { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body {
          margin: 0; background: var(--paper); color: var(--ink);
          font: 400 1rem/1.65 var(--sans); font-variant-numeric: tabular-nums lining-nums;
          overflow-wrap: break-word;
        }
        body > header, main, body > footer { max-width: 72rem; margin: 0 auto; padding: 0 1.5rem; }
        a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
        th a, li a { text-decoration-color: var(--rule); }
        a:hover { text-decoration-thickness: 2px; text-decoration-color: currentColor; }
        :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
        .skip { position: absolute; left: -999rem; }
        .logo { height: 2.25rem; width: auto; max-width: min(16rem, 60vw); object-fit: contain; margin-right: 1rem; }
        .skip:focus { left: 1rem; top: 0.5rem; background: var(--paper); padding: 0.25rem 0.75rem; }
        .spoken {
          position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
        }
        header.masthead {
          display: flex; flex-wrap: wrap; gap: 0.25rem 1.75rem; align-items: baseline;
          padding-top: 0.9rem; padding-bottom: 0.9rem; font-size: 0.875rem;
        }
        p.masthead { margin: 0 auto 0 0; color: var(--quiet); }
        .kind { color: var(--accent); font-weight: 700; margin-right: 0.75em; }
        header nav { display: flex; gap: 1.25rem; }
        header nav a { text-decoration: none; }
        header nav a[aria-current] { color: var(--ink); border-bottom: 2px solid var(--accent); }
        .notice {
          background: var(--notice); color: var(--notice-ink);
          border-top: 1px solid var(--notice-rule); border-bottom: 1px solid var(--notice-rule);
        }
        .notice p { max-width: 72rem; margin: 0 auto; padding: 0.6rem 1.5rem; font-size: 0.9375rem; }
        main { padding-bottom: 3rem; }
        h1 {
          font: 700 2.25rem/1.25 var(--serif); margin: 2.5rem 0 0.75rem; letter-spacing: 0.01em; text-wrap: balance;
        }
        .above { margin: 2.5rem 0 0; color: var(--quiet); font-size: 0.9375rem; }
        .above + h1 { margin-top: 0.25rem; }
        h2 {
          font: 700 1.375rem/1.4 var(--serif); margin: 3rem 0 1rem; padding-top: 0.6rem;
          border-top: 3px solid var(--accent);
        }
        h3, h4, h5, h6 { font-size: 1.0625rem; line-height: 1.5; margin: 2rem 0 0.5rem; }
        h4, h5, h6 { font-size: 1rem; }
        .aside { font: 400 0.9375rem/1 var(--sans); color: var(--quiet); margin-left: 0.5em; }
        .lead { font-size: 1.0625rem; max-width: 46rem; line-height: 1.8; }
        .lead + .lead { margin-top: -0.5rem; }
        .note { color: var(--quiet); font-size: 0.8125rem; margin: 0.6rem 0 0; max-width: 60rem; }
        .note:empty { display: none; }
        dl.figures {
          display: flex; flex-wrap: wrap; margin: 1.75rem 0; border-top: 1px solid var(--rule);
          border-bottom: 1px solid var(--rule);
        }
        dl.figures div { flex: 1 1 auto; padding: 0.75rem 1.75rem 0.8rem 0; }
        dl.figures dt { color: var(--quiet); font-size: 0.8125rem; }
        dl.figures dd { margin: 0; font: 700 1.5rem/1.4 var(--serif); white-space: nowrap; }
        table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; line-height: 1.5; }
        caption { text-align: left; color: var(--quiet); font-size: 0.875rem; padding-bottom: 0.4rem; }
        thead { border-top: 2px solid var(--ink); border-bottom: 1px solid var(--ink); }
        tbody { border-bottom: 2px solid var(--ink); }
        tbody tr + tr { border-top: 1px solid var(--rule); }
        .pillars tbody + tbody tr + tr { border-top: 0; }
        .pillars tbody + tbody th, .pillars tbody + tbody td { padding-top: 0.2rem; padding-bottom: 0.2rem; }
        .pillars tbody:has(+ tbody) { border-bottom: 1px solid var(--ink); }
        th, td { text-align: left; vertical-align: baseline; padding: 0.45rem 0.9rem 0.45rem 0; }
        th:last-child, td:last-child { padding-right: 0; }
        thead th { font-weight: 600; font-size: 0.8125rem; line-height: 1.4; vertical-align: bottom; }
        tbody th { font-weight: 500; }
        .number { text-align: right; white-space: nowrap; }
        thead .number { white-space: normal; }
        .total, .rank, .best { font-weight: 700; }
        .quiet, .measure, .place { color: var(--quiet); font-weight: 400; }
        .measure, .source, .place { font-size: 0.8125rem; }
        .place { overflow-wrap: anywhere; }
        .date { white-space: nowrap; }
        .number + .words { padding-left: 0.75rem; }
        tr:target { background: var(--track); }
        .policy { table-layout: fixed; }
        .policy thead th { width: 11%; }
        .policy thead th:first-child { width: 17%; }
        .policy thead th:nth-child(2) { width: 25%; }
        .policy thead th:nth-child(3) { width: 9%; }
        .policy thead th:nth-child(4) { width: 10%; }
        .policy thead th:nth-child(5), .policy thead th:last-child { width: 8%; }
        .policy thead th:nth-child(6) { width: 23%; }
        .tasks { table-layout: fixed; }
        .tasks thead th { width: 17%; }
        .tasks thead th:first-child { width: 30%; }
        .tasks thead .number { width: 8%; }
        .tasks thead .words { width: 32%; }
        .tasks td { overflow-wrap: anywhere; }
        .findings { table-layout: fixed; }
        .findings thead th { width: 30%; }
        .findings thead th:first-child { width: 18%; }
        .findings thead .words { width: 52%; }
        .findings td { overflow-wrap: anywhere; }
        .scroll {
          position: relative; overflow-x: auto; margin: 0 0 0.5rem;
          background:
            linear-gradient(to right, var(--paper) 40%, transparent) left / 2.5rem 100% no-repeat local,
            linear-gradient(to left, var(--paper) 40%, transparent) right / 2.5rem 100% no-repeat local,
            linear-gradient(to right, var(--rule), transparent) left / 0.75rem 100% no-repeat scroll,
            linear-gradient(to left, var(--rule), transparent) right / 0.75rem 100% no-repeat scroll;
        }
        .ranking tbody th { overflow-wrap: anywhere; }
        .pillars tbody th, .history tbody th { overflow-wrap: break-word; }
        .ranking { border-collapse: separate; border-spacing: 0; }
        .ranking thead > tr > * { border-top: 2px solid var(--ink); border-bottom: 1px solid var(--ink); }
        .ranking tbody > tr + tr > * { border-top: 1px solid var(--rule); }
        .ranking tbody > tr:last-child > * { border-bottom: 2px solid var(--ink); }
        .ranking tbody th, .pillars tbody th, .history tbody th { min-width: 6.5em; }
        .ranking thead .wide { width: 34%; min-width: 16em; }
        .ranking thead .number { min-width: 3.5em; }
        .ranking thead .rank { white-space: nowrap; width: 4.5rem; }
        .ranking tbody th:has(.measure) { min-width: 12em; }
        .history th:first-child { width: 40%; }
        .history td { text-align: right; white-space: nowrap; }
        .unranked td, .unranked th { color: var(--quiet); }
        .bar-cell { width: 22%; min-width: 6rem; vertical-align: top; padding-top: 0.7rem; }
        .pillars .bar-cell { width: 36%; }
        .bar { display: block; width: 100%; height: 0.9rem; }
        .bar .track { fill: var(--track); }
        .bar .fill { fill: var(--fill); }
        .bar .mark { fill: var(--mark); }
        .depth1 { padding-left: 1.5rem; }
        .depth2 { padding-left: 3rem; }
        .depth3 { padding-left: 4.5rem; }
        .grade, .bonus {
          border: 1px solid currentColor; border-radius: 2px; padding: 0 0.4em; font-size: 0.8125rem;
          white-space: nowrap; font-weight: 500;
        }
        td .grade { display: inline-block; max-width: 9em; white-space: normal; }
        .bonus { color: var(--accent); margin-left: 0.25em; }
        .flag { font-size: 0.75rem; white-space: nowrap; color: var(--short); }
        .reached, .not-reached { font-size: 0.8125rem; white-space: nowrap; }
        .reached { color: var(--good); }
        .not-reached { color: var(--short); }
        .reached::before, .not-reached::before {
          content: ""; display: inline-block; width: 0.65em; height: 0.65em; margin-right: 0.35em;
          border: 0.1em solid currentColor; border-radius: 50%;
        }
        .reached::before { border-width: 0.325em; }
        .same { color: var(--quiet); }
        .green, .yellow, .orange, .red, .blue, .grey { display: block; font-size: 0.8125rem; white-space: nowrap; }
        .green::before, .yellow::before, .orange::before, .red::before, .blue::before, .grey::before {
          content: ""; display: inline-block; width: 0.7em; height: 0.7em; margin-right: 0.4em; border-radius: 50%;
          background: var(--light);
        }
        .lights span { display: inline-block; min-width: 4.5em; margin-right: 0.75em; }
        .green { --light: #2e8b57; }
        .yellow { --light: #e0b400; }
        .orange { --light: #e07b1a; }
        .red { --light: #c0392b; }
        .blue { --light: #2f6fa8; }
        .grey { --light: #8a949e; }
        .pillars th:first-child { width: 34%; }
        .indicators { table-layout: fixed; }
        .indicators thead th { width: 14%; }
        .indicators thead th:first-child, .indicators thead th:last-child { width: 21%; }
        .indicators thead .number { width: 7.3%; }
        .indicators thead .number { overflow-wrap: normal; }
        .indicators td { text-align: right; overflow-wrap: normal; }
        .indicators td:nth-last-child(-n+2) { text-align: left; overflow-wrap: anywhere; }
        .indicators td:nth-last-child(2) { padding-left: 0.75rem; }
        .indicators td:last-child { font-size: 0.8125rem; }
        .indicators .reached, .indicators .not-reached { display: block; }
        .outline { columns: 22rem; column-gap: 2.5rem; padding-left: 0; list-style: none; }
        .outline li { break-inside: avoid; }
        .outline ul { list-style: none; margin: 0.1rem 0 0.6rem; padding-left: 1.25rem; }
        .columns { columns: 20rem; column-gap: 2.5rem; padding-left: 1.2rem; margin: 0.25rem 0; }
        .columns li { break-inside: avoid; }
        sup { font-size: 0.6875rem; line-height: 0; margin-left: 0.15em; color: var(--quiet); }
        .workings { display: flex; flex-wrap: wrap; gap: 0 1.5rem; margin: 0.6rem 0 0; font-size: 0.875rem; }
        .workings-title { margin: 0; padding: 0.2rem 0; color: var(--quiet); }
        .workings details { max-width: 100%; }
        .workings details[open] { flex: 1 0 100%; border-bottom: 1px solid var(--rule); }
        summary { cursor: pointer; padding: 0.2rem 0; color: var(--accent); }
        details[open] summary { font-weight: 600; }
        .steps { margin: 0.25rem 0 1rem; padding-left: 1.75rem; }
        .steps li { margin: 0.25rem 0; }
        .steps ul { list-style: none; padding-left: 0; color: var(--quiet); }
        .cells { margin: 0.25rem 0 0.5rem; font-size: 0.8125rem; }
        .cells dt { color: var(--quiet); }
        .cells dd { margin: 0 0 0 1.25rem; }
        .cells strong { font-weight: 600; }
        body > footer { padding-bottom: 2.5rem; color: var(--quiet); font-size: 0.8125rem; }
        body > footer p { margin: 0; }
        body > footer p:first-child { border-top: 1px solid var(--rule); padding-top: 1rem; }
        @media screen and (max-width: 44rem) {
          body > header, main, body > footer, .notice p { padding-left: 1rem; padding-right: 1rem; }
          h1 { font-size: 1.75rem; margin-top: 1.75rem; }
          .above { margin-top: 1.5rem; }
          h2 { font-size: 1.25rem; margin-top: 2.25rem; }
          dl.figures div { flex-basis: 50%; padding-right: 0.75rem; }
          dl.figures dd { font-size: 1.25rem; }
          p.masthead { flex-basis: 100%; }
          .number + .words, .indicators td:nth-last-child(2) { padding-left: 8em; }
          .indicators td:last-child { font-size: 0.875rem; }
          dl.figures dd { white-space: normal; }
          /* Begins at the latest year. */
          .scroll:has(> .history) { direction: rtl; }
          .scroll > table { direction: ltr; }
          .sticky { max-width: 40vw; position: sticky; left: 0; background: var(--paper); }
          .pillars .sticky { min-width: 0; width: 8.5rem; }
          .bar-cell, .pillars .bar-cell { width: 5rem; min-width: 5rem; }
          .tasks .bar-cell { display: none; }
          .indicators, .stacked { display: block; }
          .indicators caption, .stacked caption { display: block; }
          .indicators thead, .stacked thead {
            position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
          }
          .indicators tbody, .stacked tbody { display: block; border-top: 2px solid var(--ink); }
          .indicators tr, .stacked tr { display: block; padding: 0.6rem 0; }
          .indicators tbody th, .stacked tbody th { display: block; width: auto; padding: 0 0 0.2rem; }
          .indicators td, .stacked td {
            display: flow-root; width: auto; min-height: 1.5em; padding: 0.1rem 0 0.1rem 8em;
            text-align: left; white-space: normal; font-size: 0.875rem;
          }
          td[data-heading]::before { content: attr(data-heading); }
          .indicators td::before, td[data-heading]::before {
            float: left; width: 7.5em; margin-left: -8em; color: var(--quiet);
            font-weight: 400;
          }
          .policy tr { display: flex; flex-direction: column; }
          .policy tbody th { order: -1; }
          .indicators .reached, .indicators .not-reached { display: inline; margin-left: 0.75em; }
          .indicators, .outline, .columns { columns: auto; }
        }
        @page { size: A4; margin: 15mm 14mm 16mm; @bottom-right { content: counter(page); font-size: 8pt; } }
        @media print {
          html { font-size: 9pt; }
          body > header, main, body > footer, .notice p { max-width: none; padding-left: 0; padding-right: 0; }
          header nav, .skip, .workings-title, details:not([open]) { display: none; }
          a { color: inherit; text-decoration: none; }
          .notice { border-left: 0; border-right: 0; }
          h1, .above { margin-top: 6mm; }
          h2 { margin-top: 7mm; }
          h3, h4, h5, h6 { margin-top: 5mm; }
          h1, h2, h3, h4, h5, h6, caption { break-after: avoid; }
          thead { display: table-header-group; break-after: avoid; }
          tbody tr:first-child { break-before: avoid; }
          tr, li, dd, dl.figures { break-inside: avoid; }
          .cells dt { break-after: avoid; }
          .scroll { overflow: visible; }
          th, td { padding-top: 1.2mm; padding-bottom: 1.2mm; }
          .ranking .bar-cell { width: 14%; min-width: 12mm; }
          body > footer { padding-bottom: 0; }
        }

        """
}
