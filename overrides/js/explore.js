// Fetches what an interactive chart needs and opens it. `toggle(figure, holder)` opens or closes; `prefetch(figure)` only
// fetches. A failure rejects and leaves the still chart as it was.
let watching;
const specs = new Map();
const open = new Map(); // figure -> Live
const drawing = () => fetched("live");

const address = (figure) => `${EDITION}charts/${figure.dataset.chart}/live.json`;

function spec(figure) {
  if (!specs.has(figure)) {
    const asked = fetch(address(figure)).then((answer) => { if (!answer.ok) throw new Error(answer.status); return answer.json(); });
    asked.catch(() => specs.delete(figure));
    specs.set(figure, asked);
  }
  return specs.get(figure);
}

// With this mark plotly.js adds no style sheet of its own, which the site's Content Security Policy would refuse; ours has its rules.
document.head.append(Object.assign(document.createElement("meta"), { id: "plotly.js-style-global", className: "no-inline-styles" }));

// plotly.js writes bold and colour inside a line of text as style attributes, which a strict policy refuses; by this way they are allowed.
SVGTSpanElement.prototype.setAttribute = function (name, value) {
  name === "style" ? this.style.cssText = value : Element.prototype.setAttribute.call(this, name, value);
};

function prefetch(figure) {
  drawing().catch(() => {});
  spec(figure).catch(() => {});
  if (!window.Plotly && !document.querySelector("link[data-plotly]")) {
    const link = Object.assign(document.createElement("link"), { rel: "preload", as: "script", href: file("plotly") });
    link.dataset.plotly = "";
    document.head.append(link);
  }
}

async function toggle(figure, holder) {
  if (open.has(figure)) return open.get(figure).close();
  const [shapes, Live] = await Promise.all([spec(figure), drawing(), fetched("plotly")]);
  if (open.has(figure)) return;
  const live = new Live(figure, shapes, window.Plotly, () => open.delete(figure));
  await live.draw(holder);
  open.set(figure, live);
  live.layer.focus({ preventScroll: true });
  watch();
}

function watch() {
  if (watching) return;
  watching = true;
  const recolour = () => open.forEach((live) => live.render());
  new MutationObserver(recolour).observe(document.documentElement, { attributes: true, attributeFilter: ["data-scheme"] });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
}
OFFERS.explore = { prefetch, toggle };
