// Filter bars above the lists that carry `data-filter`. What is chosen stands in the address, so a newsletter can link to a
// part of a list and the back button works. Without this script the whole list is there.
const KINDS = {
  events: { topic: ["filter.topic", (value) => word("topic." + value)], status: ["filter.status", (value) => word("event." + value)] },
  claims: { topic: ["filter.topic", (value) => word("topic." + value)], verdict: ["filter.verdict", (value) => word("verdict." + value)] },
  charts: { topic: ["filter.topic", (value) => word("topic." + value)] },
  sources: {
    standing: ["filter.standing", (value) => word("standing." + value)],
    language: ["filter.language", (value) => word("lang." + value)],
    kind: ["filter.kind", (value) => word("kind." + value)],
  },
};
const ORDERS = {
  newest: ["sort.newest", null],
  oldest: ["sort.oldest", (one, two) => one.dataset.published.localeCompare(two.dataset.published)],
  publisher: ["sort.publisher", (one, two) => one.dataset.publisher.localeCompare(two.dataset.publisher, LANGUAGE)],
};
const element = (tag, more = {}) => Object.assign(document.createElement(tag), more);
const values = (item, name) => (item.dataset[name] || "").split(" ").filter(Boolean);

function choice(label, name, options) {
  const select = element("select", { name });
  select.append(...options.map(([value, text]) => element("option", { value, textContent: text })));
  const around = element("label");
  around.append(element("span", { textContent: label }), select);
  return [around, select];
}

class Filtered {
  constructor(lists, kind) {
    this.lists = lists;
    this.names = Object.keys(KINDS[kind]);
    this.items = lists.flatMap((list) => [...list.querySelectorAll(this.names.map((name) => `[data-${name}]`).join())]);
    this.original = new Map(lists.map((list) => [list, [...list.children]]));
    this.selects = {};
    this.bar = element("div", { className: "filter-bar" });
    this.bar.setAttribute("role", "group");
    this.bar.setAttribute("aria-label", word("filter.label"));
    for (const [name, [label, said]] of Object.entries(KINDS[kind])) {
      const counts = new Map();
      for (const item of this.items) for (const value of values(item, name)) counts.set(value, (counts.get(value) || 0) + 1);
      const options = [...counts].map(([value, count]) => [value, `${said(value)} (${count})`]).sort((one, two) => one[1].localeCompare(two[1], LANGUAGE));
      this.add(word(label), name, [["", word("filter.all")], ...options]);
    }
    if (kind === "sources" && this.items.every((item) => item.dataset.publisher)) {
      this.add(word("filter.sort"), "sort", Object.entries(ORDERS).map(([value, [said]]) => [value === "newest" ? "" : value, word(said)]));
    }
    this.count = element("output");
    this.count.setAttribute("aria-live", "polite");
    this.reset = element("button", { type: "button", textContent: word("filter.reset"), hidden: true, onclick: () => this.choose({}) });
    this.bar.append(this.count, this.reset);
    const around = element("div", { className: "filterable" }), place = () => lists[0].getBoundingClientRect().top, before = place();
    lists[0].before(around);
    around.append(this.bar, lists[0]);
    // A margin may add up now where it did not before; the list stays where it was.
    if (place() !== before) lists[0].style.marginTop = `${parseFloat(getComputedStyle(lists[0]).marginTop) + before - place()}px`;
    // Words larger than foreseen need more room than was kept.
    if (this.bar.offsetHeight > parseFloat(getComputedStyle(lists[0]).paddingTop)) lists[0].style.paddingTop = `${this.bar.offsetHeight}px`;
    addEventListener("popstate", () => this.read());
    addEventListener("hashchange", () => this.findAnchor());
    this.read();
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
    for (const item of this.items) item.hidden = this.names.some((name) => this.selects[name].value && !values(item, name).includes(this.selects[name].value));
    for (const item of this.items) {
      // A year or a section without anything left in it goes too.
      for (let group = item.parentElement; group && !this.lists.includes(group); group = group.parentElement) {
        group.hidden = this.items.every((one) => one.hidden || !group.contains(one));
      }
    }
    if (this.selects.sort) this.sort(this.selects.sort.value || "newest");
    const shown = this.items.filter((item) => !item.hidden).length;
    this.count.textContent = word("filter.shown", { n: String(shown), total: String(this.items.length) });
    this.reset.hidden = !Object.values(this.selects).some((select) => select.value);
  }

  sort(order) {
    const by = ORDERS[order][1];
    for (const [list, items] of this.original) list.append(...(by ? [...items].sort(by) : items));
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
