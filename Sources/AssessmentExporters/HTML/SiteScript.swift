internal import AssessmentCore

/// What pages can do beyond being read: sort, filter, search and compare. It fetches nothing and writes texts only.
enum SiteScript {
    /// Its path in the folder.
    static let path = "site.js"

    /// The file.
    static var file: OutputFile { OutputFile(path: path, text: "\(text)") }

    /// The script.
    static let text: StaticString = """
        "use strict";
        (function () {
          const english = document.documentElement.lang === "en";
          const words = english
            ? {
                filter: "Filter rows", shown: (n, all) => n + " of " + all + " shown", search: "Search",
                compare: "Choose two to four units", unit: "Unit", none: "none", open: "Open all workings",
                close: "Close all workings", item: "Item", side: "Side by side"
              }
            : {
                filter: "筛选", shown: (n, all) => "显示" + n + "项，共" + all + "项", search: "查找",
                compare: "选择二至四个单位", unit: "单位", none: "不选", open: "展开全部计算过程",
                close: "收起全部计算过程", item: "项目", side: "并列比较"
              };
          const order = new Intl.Collator(english ? "en" : "zh", { numeric: true });
          const make = (name, text) => {
            const element = document.createElement(name);
            if (text) element.textContent = text;
            return element;
          };
          const text = (element) => element.textContent.replace(/\\s+/g, " ").trim();
          let last = 0;
          const fresh = (word) => word + "-" + (last += 1);

          // Sorting: a button in each heading; rows without a value stay at the end.
          const key = (row, column) => {
            const cell = row.cells[column];
            if (!cell) return null;
            const given = cell.dataset.order;
            if (given !== undefined) return given === "" ? null : Number(given);
            const content = text(cell);
            if (content === "" || content.startsWith("—")) return null;
            if (!cell.classList.contains("number")) return content;
            const found = content.replace(/−/g, "-").replace(/,/g, "").match(/-?[0-9]+(\\.[0-9]+)?/);
            return found ? Number(found[0]) : null;
          };
          const sort = (table, column, down) => {
            for (const body of table.tBodies) {
              const rows = Array.from(body.rows).map((row, place) => ({ row, place, key: key(row, column) }));
              rows.sort((a, b) => {
                const away = (r) => (r.row.classList.contains("unranked") ? 2 : r.key === null ? 1 : 0);
                if (away(a) !== away(b)) return away(a) - away(b);
                if (away(a) > 0) return a.place - b.place;
                const way = typeof a.key === "number" && typeof b.key === "number"
                  ? a.key - b.key : order.compare(String(a.key), String(b.key));
                return way === 0 ? a.place - b.place : down ? -way : way;
              });
              for (const entry of rows) body.append(entry.row);
            }
          };
          for (const table of document.querySelectorAll("table.sortable")) {
            const heads = Array.from(table.tHead.rows[table.tHead.rows.length - 1].cells);
            heads.forEach((head, column) => {
              if (head.tagName !== "TH") return;
              const button = make("button");
              button.type = "button";
              while (head.firstChild) button.append(head.firstChild);
              head.append(button);
              button.addEventListener("click", () => {
                const now = head.getAttribute("aria-sort");
                const first = table.tBodies[0].rows[0];
                const isNumber = first && first.cells[column] && first.cells[column].classList.contains("number");
                // Numbers are asked for from the top first, except for ranks.
                const down = now ? now === "ascending" : isNumber && !head.classList.contains("rank");
                for (const other of heads) other.removeAttribute("aria-sort");
                head.setAttribute("aria-sort", down ? "descending" : "ascending");
                sort(table, column, down);
              });
            });
          }

          // Filtering rows, and searching lists.
          const filter = (label, entries, before) => {
            const tools = make("div");
            tools.className = "tools";
            const name = make("label", label);
            const input = make("input");
            const count = make("output");
            input.type = "search";
            input.id = fresh("filter");
            input.autocomplete = "off";
            name.htmlFor = input.id;
            count.htmlFor = input.id;
            tools.append(name, input, count);
            before.before(tools);
            const texts = entries.map((entry) => text(entry).toLowerCase());
            input.addEventListener("input", () => {
              const parts = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
              let shown = 0;
              entries.forEach((entry, place) => {
                entry.hidden = !parts.every((part) => texts[place].includes(part));
                if (!entry.hidden) shown += 1;
              });
              for (const part of document.querySelectorAll("[data-group]")) {
                part.hidden = !part.querySelector("li:not([hidden])");
              }
              count.textContent = parts.length ? words.shown(shown, entries.length) : "";
            });
            return input;
          };
          for (const table of document.querySelectorAll("table.filterable")) {
            const rows = Array.from(table.tBodies).flatMap((body) => Array.from(body.rows));
            if (rows.length > 8) filter(words.filter, rows, table.closest(".scroll") || table);
          }
          const searched = document.getElementById("searched");
          if (searched) {
            const input = filter(words.search, Array.from(searched.querySelectorAll("li")), searched);
            input.focus();
          }

          // Units side by side.
          const all = document.querySelector("#all-scores table");
          if (all) {
            const rows = Array.from(all.tBodies[0].rows);
            const heads = Array.from(all.tHead.rows[0].cells).map(text);
            const names = rows.map((row) => text(row.querySelector("th")));
            const box = make("fieldset");
            box.append(make("legend", words.compare));
            const place = make("div");
            place.className = "scroll";
            place.tabIndex = 0;
            place.setAttribute("role", "region");
            place.setAttribute("aria-label", words.side);
            const choices = [0, 1, 2, 3].map((number) => {
              const part = make("div");
              const label = make("label", words.unit + " " + (number + 1));
              const select = make("select");
              select.id = fresh("unit");
              label.htmlFor = select.id;
              select.append(make("option", words.none));
              select.options[0].value = "";
              names.forEach((name, index) => {
                const option = make("option", name);
                option.value = String(index);
                select.append(option);
              });
              part.append(label, select);
              box.append(part);
              select.addEventListener("change", () => show());
              return select;
            });
            const show = () => {
              const chosen = choices.map((select) => select.value).filter((value) => value !== "").map(Number);
              place.replaceChildren();
              place.hidden = chosen.length < 2;
              if (chosen.length < 2) return;
              const table = make("table");
              table.append(make("caption", words.side));
              const top = table.createTHead().insertRow();
              const corner = make("th", words.item);
              corner.scope = "col";
              top.append(corner);
              for (const index of chosen) {
                const head = make("th");
                head.scope = "col";
                head.className = "number";
                head.append(rows[index].querySelector("th a").cloneNode(true));
                top.append(head);
              }
              const body = table.createTBody();
              heads.forEach((name, column) => {
                if (rows[0].cells[column].tagName === "TH") return;
                const line = body.insertRow();
                const head = make("th", name);
                head.scope = "row";
                line.append(head);
                for (const index of chosen) {
                  const cell = line.insertCell();
                  cell.className = "number";
                  cell.append(...Array.from(rows[index].cells[column].childNodes, (part) => part.cloneNode(true)));
                }
              });
              place.append(table);
            };
            const start = document.getElementById("all-scores");
            start.before(box, place);
            place.hidden = true;
            const asked = decodeURIComponent(location.hash.slice(1));
            const found = rows.findIndex((row) => row.id === asked);
            if (found >= 0) {
              choices[0].value = String(found);
              choices[1].value = String(found === 0 ? Math.min(1, rows.length - 1) : 0);
              show();
              box.scrollIntoView();
            }
          }

          // All workings at once.
          const details = Array.from(document.querySelectorAll(".workings details"));
          const first = document.querySelector("[data-workings]");
          if (first && details.length > 1) {
            const button = make("button", words.open);
            button.type = "button";
            button.className = "tool";
            button.addEventListener("click", () => {
              const open = details.some((detail) => !detail.open);
              for (const detail of details) detail.open = open;
              button.textContent = open ? words.close : words.open;
            });
            const tools = make("div");
            tools.className = "tools";
            tools.append(button);
            first.after(tools);
          }
        })();

        """
}
