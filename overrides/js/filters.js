// Brings to life the filter bars above the lists that carry `data-filter`. What is chosen stands in the address, so a newsletter can link to a
// part of a list and the back button works. Without this script the whole list is there.
const values = (item, name) => (item.dataset[name] || "").split(" ").filter(Boolean);

// Nothing here asks the browser where something stands, and what the reader did not ask to change is not touched: on a slow
// phone each of these would lay out hundreds of items once more.
class Filtered {
  constructor(bar) {
    this.list = bar.parentElement.querySelector("[data-filter]");
    this.selects = Object.fromEntries([...bar.querySelectorAll("select")].map((select) => [select.name, select]));
    this.names = Object.keys(this.selects);
    this.items = [...this.list.querySelectorAll(this.names.map((name) => `[data-${name}]`).join())];
    this.count = bar.querySelector("output");
    this.reset = bar.querySelector("button");
    this.reset.addEventListener("click", () => this.choose({}));
    for (const select of Object.values(this.selects)) {
      select.addEventListener("change", () => this.choose(Object.fromEntries(Object.entries(this.selects).map(([key, { value }]) => [key, value]))));
      select.disabled = false;
    }
    addEventListener("popstate", () => this.read());
    addEventListener("hashchange", () => this.findAnchor());
    this.read();
    this.findAnchor();
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
    this.count.textContent = word(shown.length === this.items.length ? "filter.whole" : "filter.shown", { n: String(shown.length), total: String(this.items.length) });
    // What is folded is unfolded where a part of it is asked for.
    if (wanted.length) for (const item of shown) for (let one = item.closest("details"); one; one = one.parentElement.closest("details")) one.open = true;
    this.reset.hidden = !Object.values(this.selects).some((select) => select.value);
  }

  // A year or a section without anything left in it goes too.
  show(shown) {
    const full = new Set(), hide = (one, hidden) => { if (one.hidden !== hidden) one.hidden = hidden; };
    const groups = (item) => { const found = []; for (let one = item.parentElement; one && one !== this.list; one = one.parentElement) found.push(one); return found; };
    for (const item of shown) groups(item).forEach((group) => full.add(group));
    for (const item of this.items) {
      hide(item, !shown.has(item));
      groups(item).forEach((group) => hide(group, !full.has(group)));
    }
  }

  // A link to one entry wins over a filter that hides it.
  findAnchor() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.closest("[hidden]") || !this.list.contains(target)) return;
    const address = new URL(location.href);
    for (const name of Object.keys(this.selects)) address.searchParams.delete(name);
    history.replaceState(null, "", address);
    this.read();
    target.scrollIntoView();
  }
}

for (const bar of document.querySelectorAll(".filter-bar")) new Filtered(bar);
