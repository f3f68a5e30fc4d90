/// The look of what the script adds and of the pages beyond ranking and scorecards.
enum SiteStyles {
    /// The second part of the style sheet.
    static let text: StaticString = """
        header p.masthead { flex: 1 1 0; }
        header nav:last-child { flex-basis: 100%; }
        header nav { flex-wrap: wrap; gap: 0.25rem 1.25rem; }
        header nav a { display: inline-block; min-height: 1.5rem; }
        .summary { list-style: none; margin: 1rem 0 0; padding: 0; max-width: 50rem; }
        .summary li {
          margin: 0 0 0.35rem; padding-left: 0.9rem; border-left: 3px solid var(--accent); line-height: 1.7;
        }
        .summary + .lead { margin-top: 1rem; font-size: 0.9375rem; color: var(--quiet); }
        .definition { margin: 0 0 1rem; max-width: 60rem; }
        .definition dt { color: var(--quiet); font-size: 0.8125rem; margin-top: 0.75rem; }
        .definition dd { margin: 0; }
        code { font: 0.875em/1.5 ui-monospace, "Liberation Mono", "Noto Sans Mono", monospace; overflow-wrap: anywhere; }
        .digest { overflow-wrap: anywhere; }
        .overfull { fill: var(--mark); }
        figure { margin: 0 0 1rem; }
        svg.chart { display: block; max-width: 100%; min-width: 27rem; height: auto; }
        figcaption { color: var(--quiet); font-size: 0.875rem; padding-bottom: 0.4rem; }
        .tools { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: baseline; margin: 0.75rem 0; }
        .tools label { font-size: 0.875rem; color: var(--quiet); }
        .tools output { font-size: 0.8125rem; color: var(--quiet); }
        input, select, button.tool {
          font: inherit; font-size: 0.9375rem; color: var(--ink); background: var(--paper);
          border: 1px solid var(--quiet); border-radius: 3px; padding: 0.3rem 0.5rem; min-height: 2rem; max-width: 100%;
        }
        button.tool { cursor: pointer; }
        fieldset { border: 0; margin: 0 0 1rem; padding: 0; display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; }
        legend { padding: 0; font-size: 0.875rem; color: var(--quiet); margin-bottom: 0.35rem; }
        fieldset label { display: block; font-size: 0.8125rem; color: var(--quiet); }
        fieldset select { display: block; width: 13rem; }
        thead button {
          font: inherit; color: inherit; background: none; border: 0; margin: 0; padding: 0.15rem 0; cursor: pointer;
          text-align: inherit; min-height: 1.5rem;
        }
        thead button::after { content: "\\2195"; color: var(--quiet); margin-left: 0.25em; font-size: 0.875em; }
        th[aria-sort="ascending"] button::after { content: "\\25B2"; color: var(--accent); }
        th[aria-sort="descending"] button::after { content: "\\25BC"; color: var(--accent); }
        .chosen { border-bottom: 2px solid var(--accent); }
        [hidden] { display: none; }
        .found { list-style: none; margin: 0; padding: 0; columns: 18rem; column-gap: 2.5rem; }
        .found li { break-inside: avoid; padding: 0.15rem 0; }
        @media screen and (max-width: 44rem) {
          .found { columns: auto; }
          fieldset select, .tools input { width: 100%; }
          fieldset div, .tools label { flex: 1 0 100%; }
        }
        @media screen and (max-width: 29rem) {
          .scroll:has(> .history, > .pillars)::after {
            content: "\\21C6 左右滑动查看全表"; display: block; position: sticky; left: 0; width: max-content;
            padding-top: 0.25rem; color: var(--quiet); font-size: 0.75rem; direction: ltr;
          }
          :root:lang(en) .scroll:has(> .history, > .pillars)::after {
            content: "\\21C6 swipe sideways for the whole table";
          }
          figure .scroll::after {
            content: "\\21C6 左右滑动查看全图"; display: block; position: sticky; left: 0; width: max-content;
            padding-top: 0.25rem; color: var(--quiet); font-size: 0.75rem;
          }
          :root:lang(en) figure .scroll::after { content: "\\21C6 swipe sideways for the whole chart"; }
        }
        @media print {
          .scroll { background: none; }
          svg.chart { min-width: 0; }
          figure { break-inside: avoid; }
          .tools, fieldset { display: none; }
          thead button::after { content: none; }
          .found { columns: 3; }
        }

        """
}
