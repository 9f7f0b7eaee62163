// The search: a dialog over the edition's own index, which is fetched when it is first opened. `open(button)` shows it.
const MAX_RESULTS = 12, EXCERPT_LETTERS = 90;
const element = (tag, more = {}) => Object.assign(document.createElement(tag), more);
let dialog, entries;

// Letters without accents, one for one, so that a place found in the folded text is the same place in the text.
const fold = (text) => Array.from(text.toLowerCase().replace(/[’‘]/g, "'").replace(/\s/g, " "), (letter) => {
  const bare = letter.normalize("NFD").replace(/\p{M}/gu, "");
  return bare.length === letter.length ? bare : letter;
}).join("");

function plain(html) {
  const page = new DOMParser().parseFromString(html.replace(/<\/(p|li|td|th|h\d|dt|dd|summary)>/g, " </$1>"), "text/html");
  return page.body.textContent.replace(/\s+/g, (space) => /[\u00a0\u202f]/.test(space) ? "\u202f" : " ").trim();
}

async function index() {
  entries ??= fetch(`${EDITION}search/search_index.json`).then((answer) => {
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  }).then(({ docs }) => {
    const pages = new Map(docs.filter(({ location }) => !location.includes("#")).map(({ location, title }) => [location, plain(title)]));
    return docs.map(({ location, title, text }) => {
      const entry = { location, title: plain(title), text: plain(text), page: pages.get(location.split("#")[0]) || "" };
      return Object.assign(entry, { inTitle: fold(entry.title), inText: fold(entry.text) });
    });
  });
  entries.catch(() => { entries = undefined; });
  return entries;
}

// Every word must be found. A title counts more than the text, the beginning of a word more than its middle, a page more than a section.
function ranked(all, query) {
  const words = fold(query).split(/[^\p{L}\p{N}'-]+/u).filter(Boolean);
  if (!words.length) return [];
  const starts = (text, word) => text.startsWith(word) || new RegExp(`[^\\p{L}\\p{N}]${word}`, "u").test(text);
  const worth = (entry) => {
    let sum = entry.location.includes("#") ? 0 : 1;
    for (const one of words) {
      const inTitle = entry.inTitle.includes(one), inText = entry.inText.includes(one);
      if (!inTitle && !inText) return 0;
      sum += (inTitle ? (starts(entry.inTitle, one) ? 40 : 15) : 0) + (inText ? (starts(entry.inText, one) ? 4 : 1) : 0);
    }
    return sum + (entry.inText.includes(words.join(" ")) ? 2 : 0);
  };
  return all.map((entry) => ({ entry, worth: worth(entry) })).filter((found) => found.worth).sort((one, two) => two.worth - one.worth)
    .map(({ entry }) => ({ entry, words }));
}

// The text with the words that were looked for marked, cut to what stands around the first of them.
function marked(text, folded, words, whole) {
  const first = Math.min(...words.map((one) => folded.indexOf(one)).filter((place) => place >= 0), Infinity);
  const start = whole || first < EXCERPT_LETTERS ? 0 : text.indexOf(" ", first - EXCERPT_LETTERS) + 1;
  const end = whole ? text.length : Math.min(text.length, (Number.isFinite(first) ? Math.max(first, start) : 0) + 2 * EXCERPT_LETTERS);
  const parts = [start ? "… " : ""];
  for (let at = start; at < end;) {
    const next = words.map((one) => [folded.indexOf(one, at), one.length]).filter(([place]) => place >= 0 && place < end).sort((one, two) => one[0] - two[0] || two[1] - one[1])[0];
    parts.push(text.slice(at, next ? next[0] : end));
    if (next) parts.push(element("mark", { textContent: text.slice(next[0], next[0] + next[1]) }));
    at = next ? next[0] + next[1] : end;
  }
  return [...parts, end < text.length ? " …" : ""];
}

function build() {
  dialog = element("dialog", { className: "search" });
  dialog.setAttribute("aria-label", word("page.search"));
  const form = element("form", { method: "dialog" });
  const input = element("input", { type: "search", placeholder: word("page.search.hint"), autocomplete: "off", spellcheck: false, enterKeyHint: "go" });
  const list = element("ul", { id: "search-found" });
  const said = element("p", { className: "search-said" });
  const traits = { role: "combobox", "aria-label": word("page.search"), "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false" };
  Object.entries(traits).forEach(([name, value]) => input.setAttribute(name, value));
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", word("page.search"));
  said.setAttribute("role", "status");
  form.append(input, element("button", { type: "button", textContent: word("page.search.close"), onclick: () => dialog.close() }));
  dialog.append(form, said, list, shortcut());
  document.body.append(dialog);
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });

  let at = -1;
  const choose = (number) => {
    at = number;
    const rows = [...list.querySelectorAll("a")], row = rows[at];
    rows.forEach((one, place) => one.setAttribute("aria-selected", String(place === at)));
    row ? input.setAttribute("aria-activedescendant", row.id) : input.removeAttribute("aria-activedescendant");
    row?.scrollIntoView({ block: "nearest" });
  };
  const look = async () => {
    const query = input.value;
    let found;
    try {
      found = ranked(await index(), query);
    } catch (failed) {
      said.textContent = word("search.failed");
      return;
    }
    if (query !== input.value) return; // typed on meanwhile
    list.replaceChildren(...found.slice(0, MAX_RESULTS).map(({ entry, words }, number) => {
      // The link itself is the option: one that stood inside an option would be out of reach for a screen reader.
      const link = element("a", { id: `search-${number}`, href: EDITION + entry.location, tabIndex: -1 }), title = element("b"), text = element("small");
      link.setAttribute("role", "option");
      title.append(...marked(entry.title, entry.inTitle, words, true));
      if (entry.page && entry.page !== entry.title) title.append(element("small", { textContent: entry.page }));
      text.append(...marked(entry.text, entry.inText, words, false));
      link.append(title, text);
      link.addEventListener("click", () => dialog.close());
      const row = element("li");
      row.setAttribute("role", "presentation");
      row.append(link);
      return row;
    }));
    input.setAttribute("aria-expanded", String(found.length > 0));
    said.textContent = !query.trim() ? "" : found.length ? word("search.found", { n: String(found.length) }) : word("page.search.none");
    choose(found.length ? 0 : -1);
  };
  input.addEventListener("input", look);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    list.children[at]?.firstChild.click();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { // which would only empty the field
      event.preventDefault();
      dialog.close();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], count = list.children.length;
    if (!step || !count) return;
    event.preventDefault();
    choose((at + step + count) % count);
  });
  return look;
}

// A shortcut of one key must be possible to turn off (WCAG 2.1.4).
function shortcut() {
  const label = element("label"), box = element("input", { type: "checkbox", checked: true }), around = element("p", { className: "search-key" });
  try { box.checked = localStorage.getItem("slash") !== "off"; } catch (refused) { /* private browsing */ }
  box.addEventListener("change", () => { try { localStorage.setItem("slash", box.checked ? "on" : "off"); } catch (refused) { /* private browsing */ } });
  label.append(box, word("search.shortcut"));
  around.append(label);
  return around;
}

function open(button) {
  if (dialog?.open) return;
  const look = dialog ? null : build();
  dialog.showModal();
  dialog.querySelector("input").select();
  dialog.addEventListener("close", () => button.focus({ preventScroll: true }), { once: true });
  if (look) look();
}
OFFERS.search = { open };
