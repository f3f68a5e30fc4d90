// What can be told by machine of WCAG 2.2 AA on a page: a list of problems, empty where there are none.
function check(language) {
  const problems = [];
  const name = (e) => e.tagName.toLowerCase() + (e.id ? "#" + e.id : "") + (e.className && e.className.baseVal === undefined
    ? "." + e.className : "") + " “" + e.textContent.trim().slice(0, 30) + "”";
  const say = (what, e) => { if (problems.length < 12) problems.push(what + (e ? ": " + name(e) : "")); };
  const isShown = (e) => e.getClientRects().length > 0 && getComputedStyle(e).visibility === "visible";

  if (document.documentElement.lang !== language) say("the language of the page is " + document.documentElement.lang);
  if (!document.title.trim()) say("there is no title");
  if (document.querySelectorAll("main").length !== 1) say("there is not one main part");
  if (document.querySelectorAll("h1").length !== 1) say("there is not one h1");

  let depth = 0;
  for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const own = Number(heading.tagName[1]);
    if (own > depth + 1) say("a heading skips a level", heading);
    if (!heading.textContent.trim()) say("a heading is empty", heading);
    depth = own;
  }

  const ids = new Set();
  for (const e of document.querySelectorAll("[id]")) {
    if (ids.has(e.id)) say("the id " + e.id + " is there twice", e);
    ids.add(e.id);
  }
  for (const e of document.querySelectorAll("[aria-labelledby], [aria-describedby]")) {
    for (const id of (e.getAttribute("aria-labelledby") || e.getAttribute("aria-describedby")).split(" ")) {
      if (!document.getElementById(id)) say("a label names " + id + ", which is not there", e);
    }
  }

  for (const e of document.querySelectorAll("a[href], button, summary")) {
    if (!(e.getAttribute("aria-label") || e.textContent).trim()) say("a control has no name", e);
  }
  for (const e of document.querySelectorAll("input, select, textarea")) {
    if (!e.labels.length && !e.getAttribute("aria-label")) say("a field has no label", e);
  }
  for (const e of document.querySelectorAll("[tabindex]")) {
    if (Number(e.getAttribute("tabindex")) > 0) say("the order of keys is changed", e);
  }
  for (const e of document.querySelectorAll("svg")) {
    const isNamed = e.getAttribute("aria-label") || e.querySelector("title");
    // A picture is read as one thing; one with links is a group, or its links would be lost.
    const role = e.querySelector("a") ? "group" : "img";
    if (e.getAttribute("aria-hidden") !== "true" && (!isNamed || e.getAttribute("role") !== role)) {
      say("a drawing has no text", e);
    }
  }
  for (const e of document.querySelectorAll("nav, [role=region], aside")) {
    if (!e.getAttribute("aria-label")) say("a part has no name", e);
  }

  for (const table of document.querySelectorAll("table")) {
    if (!table.caption || !table.caption.textContent.trim()) say("a table has no caption", table);
    for (const head of table.querySelectorAll("th")) {
      if (!head.scope) say("a heading cell has no scope", head);
      if (!head.textContent.trim()) say("a heading cell is empty", head);
    }
    if (table.rows.length > 1 && !table.querySelector("th")) say("a table has no headings", table);
  }

  if (document.documentElement.scrollWidth > innerWidth + 1) {
    say("the page is wider than the screen: " + document.documentElement.scrollWidth);
  }
  for (const e of document.querySelectorAll("*")) {
    if (e.scrollWidth > e.clientWidth + 2 && /auto|scroll/.test(getComputedStyle(e).overflowX) && e.tabIndex < 0) {
      say("a part that scrolls cannot be reached by keyboard", e);
    }
  }

  // Targets of pointers: 24 pixels, unless they stand within text.
  for (const e of document.querySelectorAll("button, input, select, summary, nav a")) {
    const box = e.getBoundingClientRect();
    if (isShown(e) && box.height < 24 && box.height > 1) say("a target is " + box.height.toFixed(1) + " pixels high", e);
  }

  const rgba = (text) => {
    const parts = (text.match(/[0-9.]+/g) || []).map(Number);
    return parts.length === 3 ? parts.concat(1) : parts;
  };
  const over = (front, back) => [0, 1, 2].map((i) => front[i] * front[3] + back[i] * (1 - front[3])).concat(1);
  const light = (c) => [0, 1, 2].map((i) => {
    const v = c[i] / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  }).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const ground = (e) => {
    const layers = [];
    for (let at = e; at; at = at.parentElement) layers.push(rgba(getComputedStyle(at).backgroundColor));
    return layers.reverse().reduce((back, layer) => (layer.length === 4 ? over(layer, back) : back),
      dark ? [0, 0, 0, 1] : [255, 255, 255, 1]);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let looked = 0;
  while (walker.nextNode() && looked < 4000) {
    const e = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !isShown(e) || e.closest("title, desc, script, option, .spoken, .skip")) continue;
    looked += 1;
    const style = getComputedStyle(e);
    // Texts of drawings may stand on shapes, whose contrast the drawings answer for.
    if (e.closest("svg")) continue;
    const back = ground(e);
    const front = over(rgba(style.color), back);
    const [high, low] = [light(front), light(back)].sort((a, b) => b - a);
    const ratio = (high + 0.05) / (low + 0.05);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (isLarge ? 3 : 4.5)) say("contrast " + ratio.toFixed(2), e);
  }
  return problems;
}
