// Small comforts, on every page: light or dark, the reader's place when the language changes, and the buttons that fetch
// the larger ones (interactive charts, filters, search) when they are wanted. The page is complete without any of them.
const root = document.documentElement;
const thrifty = Boolean(navigator.connection && navigator.connection.saveData);
const nothing = () => {};

// What a reader asked for and does not get is said beside the button, once.
function tell(text, beside) {
  const said = beside.parentElement.querySelector(".failed") || document.createElement("span");
  said.className = "failed";
  said.setAttribute("role", "status");
  beside.after(said);
  said.textContent = text;
}

// One press leaves the system's scheme, the next returns to it; pages that come back and other tabs follow.
const scheme = document.querySelector("[data-switch-scheme]");
if (scheme) {
  const wear = (chosen) => chosen ? root.dataset.scheme = chosen : delete root.dataset.scheme;
  const again = () => { try { wear(localStorage.getItem("scheme")); } catch (refused) { /* private browsing: the choice lasts for this page */ } };
  scheme.addEventListener("click", () => {
    wear(root.dataset.scheme ? "" : matchMedia("(prefers-color-scheme: dark)").matches ? "light" : "dark");
    try { root.dataset.scheme ? localStorage.setItem("scheme", root.dataset.scheme) : localStorage.removeItem("scheme"); } catch (refused) { /* the same */ }
  });
  addEventListener("pageshow", (event) => { if (event.persisted) again(); });
  addEventListener("storage", again);
}

// What stands behind a figure or a note, in place: a copy of its entry in the list at the foot, which leaves no step in the history.
const panel = Object.assign(document.createElement("div"), { className: "panel", tabIndex: -1, popover: "auto" });
if (panel.showPopover) {
  panel.setAttribute("role", "dialog");
  document.body.append(panel);
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".fact, .quoted, .cite > a, .panel > .back");
    const entry = link && document.getElementById(link.hash.slice(1));
    if (!entry || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (panel.contains(link)) return panel.hidePopover();
    panel.replaceChildren(...entry.cloneNode(true).childNodes);
    panel.setAttribute("aria-label", link.getAttribute("aria-label") || link.textContent);
    panel.style.setProperty("--top", `${Math.round(scrollY + link.getBoundingClientRect().top)}px`);
    if (!panel.matches(":popover-open")) panel.showPopover();
    panel.focus({ preventScroll: true });
  });
}

for (const other of document.querySelectorAll("[data-keep-section]")) {
  other.addEventListener("click", () => {
    other.hash = location.hash;
    other.search = location.search;
  });
}

// The reader's own way to share where the device has one; elsewhere the address is copied. A button may name another address.
for (const button of document.querySelectorAll("[data-share]")) {
  button.addEventListener("click", () => {
    const url = button.dataset.share || document.querySelector("link[rel=canonical]").href;
    const said = button.textContent;
    if (navigator.share) return navigator.share({ url, title: button.dataset.shareTitle || document.title }).catch(nothing);
    const copied = navigator.clipboard ? navigator.clipboard.writeText(url) : Promise.reject(new Error("no clipboard"));
    return copied.then(() => {
      button.textContent = word("ways.copied");
      setTimeout(() => { button.textContent = said; }, 2500);
    }, () => tell(url, button)); // to be taken by hand
  });
}

// Where the style sheet cannot say so (`scroll-initial-target`), the current chapter is brought into the menu's view here.
const here = document.querySelector(".chapters [aria-current]");
if (here) here.closest(".chapters").scrollLeft = here.offsetLeft - 48;

// Filters come when their list does, or at once where the address asks for a part of it.
const list = document.querySelector(".filterable");
if (list) {
  const filter = () => fetched("filters").catch(nothing).finally(() => delete root.dataset.filtering);
  const watch = new IntersectionObserver((seen) => { if (seen.some((one) => one.isIntersecting)) { watch.disconnect(); filter(); } }, { rootMargin: "400px" });
  "filtering" in root.dataset ? filter() : watch.observe(list);
}

if (CONFIG.files.plotly) {
  // Both layouts get a button; the style sheet shows one layout, and has kept room for the button since the first paint.
  for (const holder of document.querySelectorAll("figure[data-interactive] > .chart-wide, figure[data-interactive] > .chart-narrow")) {
    const figure = holder.parentElement;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "chart-explore", textContent: word("chart.explore") });
    const tools = Object.assign(document.createElement("div"), { className: "chart-tools" });
    button.setAttribute("aria-label", word("chart.explore.named", { title: figure.querySelector(".chart-title").textContent }));
    tools.append(button);
    holder.append(tools);
    const prepare = () => thrifty || fetched("explore").then((explore) => explore.prefetch(figure)).catch(nothing);
    button.addEventListener("pointerenter", prepare, { once: true });
    button.addEventListener("focus", prepare, { once: true });
    button.addEventListener("click", () => {
      button.setAttribute("aria-busy", "true");
      fetched("explore").then((explore) => explore.toggle(figure, holder)).catch(() => tell(word("chart.explore.failed"), button)).finally(() => button.removeAttribute("aria-busy"));
    });
  }
}

const search = document.querySelector("[data-open-search]");
if (search) {
  const open = () => fetched("search").then((found) => found.open(search)).catch(() => tell(word("search.failed"), search.closest(".masthead-row")));
  const wanted = () => { try { return localStorage.getItem("slash") !== "off"; } catch (refused) { return true; } };
  search.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.closest("input, select, textarea, [contenteditable], [role=application], dialog");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing || !wanted()) return;
    event.preventDefault();
    open();
  });
}
