// Filter bars above the lists that carry `data-filter`. What is chosen stands in the address, so a newsletter can link to a
// part of a list and the back button works. Without this script the whole list is there.
const KINDS = {
  events: { topic: ["filter.topic", (value) => word("topic." + value)], status: ["filter.status", (value) => word("event." + value)] },
  charts: { topic: ["filter.topic", (value) => word("topic." + value)] },
  sources: {
    standing: ["filter.standing", (value) => word("standing." + value)],
    language: ["filter.language", (value) => word("lang." + value)],
    kind: ["filter.kind", (value) => word("kind." + value)],
  },
};
const letters = new Intl.Collator(LANGUAGE);
const element = (tag, more = {}) => Object.assign(document.createElement(tag), more);
const values = (item, name) => (item.dataset[name] || "").split(" ").filter(Boolean);

function choice(label, name, options) {
  const select = element("select", { name });
  select.append(...options.map(([value, text]) => element("option", { value, textContent: text })));
  const around = element("label");
  around.append(element("span", { textContent: label }), select);
  return [around, select];
}

// Nothing here asks the browser where something stands, and what the reader did not ask to change is not touched: on a slow
// phone each of these would lay out hundreds of items once more.
class Filtered {
  constructor(lists, kind) {
    this.lists = lists;
    this.names = Object.keys(KINDS[kind]);
    this.items = lists.flatMap((list) => [...list.querySelectorAll(this.names.map((name) => `[data-${name}]`).join())]);
    this.selects = {};
    this.bar = element("div", { className: "filter-bar" });
    this.bar.setAttribute("role", "group");
    this.bar.setAttribute("aria-label", word("filter.label"));
    for (const [name, [label, said]] of Object.entries(KINDS[kind])) {
      const counts = new Map();
      for (const item of this.items) for (const value of values(item, name)) counts.set(value, (counts.get(value) || 0) + 1);
      const options = [...counts].map(([value, count]) => [value, `${said(value)} (${count})`]).sort((one, two) => letters.compare(one[1], two[1]));
      this.add(word(label), name, [["", word("filter.all")], ...options]);
    }
    this.count = element("output");
    this.count.setAttribute("aria-live", "polite");
    this.reset = element("button", { type: "button", textContent: word("filter.reset"), hidden: true, onclick: () => this.choose({}) });
    this.bar.append(this.count, this.reset);
    addEventListener("popstate", () => this.read());
    addEventListener("hashchange", () => this.findAnchor());
    this.read();
    lists[0].parentElement.classList.add("has-bar"); // it takes the place of the room that the style sheet kept for it
    lists[0].before(this.bar);
    this.findAnchor();
  }

  add(label, name, options) {
    const [around, select] = choice(label, name, options);
    this.selects[name] = select;
    select.addEventListener("change", () => this.choose(Object.fromEntries(Object.entries(this.selects).map(([key, { value }]) => [key, value]))));
    this.bar.append(around);
  }

  // The reader chose: the address takes it, each choice a step that "back" undoes.
  choose(chosen) {
    const address = new URL(location.href);
    for (const name of Object.keys(this.selects)) chosen[name] ? address.searchParams.set(name, chosen[name]) : address.searchParams.delete(name);
    address.hash = "";
    history.pushState(null, "", address.href.replace(/#$/, ""));
    if (document.activeElement === this.reset) Object.values(this.selects)[0].focus();
    this.read();
  }

  // The address says what is shown; what it asks for and no list has is ignored.
  read() {
    const asked = new URL(location.href).searchParams;
    for (const [name, select] of Object.entries(this.selects)) {
      const value = asked.get(name) || "";
      select.value = [...select.options].some((option) => option.value === value) ? value : "";
    }
    const wanted = this.names.filter((name) => this.selects[name].value).map((name) => [name, this.selects[name].value]);
    const shown = this.items.filter((item) => wanted.every(([name, value]) => values(item, name).includes(value)));
    this.show(new Set(shown));
    this.count.textContent = word("filter.shown", { n: String(shown.length), total: String(this.items.length) });
    // What is folded is unfolded where a part of it is asked for.
    if (wanted.length) for (const item of shown) for (let one = item.closest("details"); one; one = one.parentElement.closest("details")) one.open = true;
    this.reset.hidden = !Object.values(this.selects).some((select) => select.value);
  }

  // A year or a section without anything left in it goes too.
  show(shown) {
    const full = new Set(), hide = (one, hidden) => { if (one.hidden !== hidden) one.hidden = hidden; };
    const groups = (item) => { const found = []; for (let one = item.parentElement; one && !this.lists.includes(one); one = one.parentElement) found.push(one); return found; };
    for (const item of shown) groups(item).forEach((group) => full.add(group));
    for (const item of this.items) {
      hide(item, !shown.has(item));
      groups(item).forEach((group) => hide(group, !full.has(group)));
    }
  }

  // A link to one entry wins over a filter that hides it.
  findAnchor() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.closest("[hidden]") || !this.lists.some((list) => list.contains(target))) return;
    const address = new URL(location.href);
    for (const name of Object.keys(this.selects)) address.searchParams.delete(name);
    history.replaceState(null, "", address);
    this.read();
    target.scrollIntoView();
  }
}

const byKind = new Map();
for (const list of document.querySelectorAll("[data-filter]")) byKind.set(list.dataset.filter, [...(byKind.get(list.dataset.filter) || []), list]);
for (const [kind, lists] of byKind) if (kind in KINDS) new Filtered(lists, kind);
