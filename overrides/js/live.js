// The interactive chart: plotly.js drawn over the still drawing, in exactly its place, so that nothing on the page moves.
// A Live is one open chart: pointed at, tapped, walked through by arrow keys, stretched, recoloured, closed.
// Colours by role, as the page has them now: `var(--accent)` anywhere in a text.
function resolved(value, style) {
  if (typeof value === "string") return value.replace(/var\((--[\w-]+)\)/g, (all, name) => style.getPropertyValue(name).trim());
  if (Array.isArray(value)) return value.map((part) => resolved(part, style));
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, resolved(part, style)]));
  return value;
}

const element = (tag, className, more = {}) => Object.assign(document.createElement(tag), { className }, more);

class Live {
  constructor(figure, shapes, Plotly, closed) {
    Object.assign(this, { figure, shapes, Plotly, closed, at: -1 });
    this.size = new ResizeObserver(() => this.follow());
  }

  async draw(holder) {
    this.holder = holder;
    this.spec = this.shapes[holder.matches(".chart-narrow") ? "narrow" : "wide"];
    this.ranges = null;
    this.layer = element("div", "chart-live", { tabIndex: 0 });
    this.layer.setAttribute("role", "application");
    this.layer.setAttribute("aria-label", this.figure.querySelector(".chart-title").textContent);
    this.plot = element("div", "chart-plot");
    this.plot.setAttribute("aria-hidden", "true");
    this.said = element("p", "chart-said", { textContent: word("chart.explore.hint") });
    this.said.setAttribute("aria-live", "polite");
    this.layer.append(this.plot, this.said);
    holder.append(this.layer);
    this.place();
    try {
      await this.render();
    } catch (failed) {
      this.layer.remove();
      throw failed;
    }
    holder.classList.add("is-live");
    this.plot.on("plotly_relayout", () => this.panned());
    this.plot.on("plotly_doubleclick", () => this.zoom(0));
    this.plot.on("plotly_hover", ({ points: [point] }) => { this.at = this.indexOf(point); });
    this.plot.on("plotly_click", ({ points: [point] }) => this.show(this.indexOf(point)));
    this.layer.addEventListener("keydown", (event) => this.key(event));
    this.layer.addEventListener("blur", () => { if (this.plot._fullLayout) this.Plotly.Fx.unhover(this.plot); });
    this.equip();
    this.followFinger();
    this.size.observe(this.figure);
  }

  // The still drawing keeps its place and so gives the box; what is drawn over it is scaled as it is.
  place() {
    const still = this.holder.querySelector("svg").getBoundingClientRect(), around = this.holder.getBoundingClientRect();
    const { width, height } = this.spec.layout;
    Object.assign(this.layer.style, { left: `${still.left - around.left + this.holder.scrollLeft}px`, top: `${still.top - around.top}px`, width: `${still.width}px`, height: `${still.height}px` });
    Object.assign(this.plot.style, { width: `${width}px`, height: `${height}px`, transform: `scale(${still.width / width})` });
  }

  render() {
    const style = getComputedStyle(document.documentElement), { data, layout } = resolved(this.spec, style);
    if (this.ranges) {
      layout.dragmode = "pan";
      for (const [axis, range] of Object.entries(this.ranges)) Object.assign(layout[axis], { range: [...range], autorange: false });
      for (const trace of data) trace.cliponaxis = true;
      layout.yaxis.fixedrange = !this.axes().includes("yaxis");
    }
    this.layer.classList.toggle("is-zoomed", Boolean(this.ranges));
    this.layer.classList.toggle("goes-up", Boolean(this.ranges) && this.axes().includes("yaxis"));
    return this.Plotly.react(this.plot, data, layout, { displayModeBar: false, doubleClick: false, showTips: false, scrollZoom: false });
  }

  equip() {
    const tools = this.holder.querySelector(".chart-tools");
    tools.querySelector(".failed")?.remove();
    this.button = tools.querySelector(".chart-explore");
    this.name = this.button.getAttribute("aria-label");
    this.button.textContent = word("chart.explore.close");
    this.button.removeAttribute("aria-label");
    this.zooms = [["+", word("chart.zoom.in"), 0.6], ["−", word("chart.zoom.out"), 1 / 0.6], ["↺", word("chart.zoom.all"), 0]].map(([sign, name, factor]) => {
      const button = element("button", "chart-zoom", { type: "button", textContent: sign, title: name, onclick: () => this.zoom(factor) });
      button.setAttribute("aria-label", name);
      return button;
    });
    tools.append(...this.zooms);
    this.escape = (event) => { if (event.key === "Escape") this.close(); };
    tools.addEventListener("keydown", this.escape);
  }

  key(event) {
    const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }, zooms = { "+": 0.6, "=": 0.6, "-": 1 / 0.6, 0: 0 };
    const last = this.spec.order.length - 1;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") this.close();
    else if (event.key in steps) this.show(Math.min(last, Math.max(0, this.at < 0 ? 0 : this.at + steps[event.key])));
    else if (event.key === "Home" || event.key === "End") this.show(event.key === "Home" ? 0 : last);
    else if (event.key in zooms) this.zoom(zooms[event.key]);
    else return;
    event.preventDefault();
  }

  indexOf(point) {
    return this.spec.order.findIndex(([trace, number]) => trace === point.curveNumber && number === point.pointNumber);
  }

  async show(number) {
    if (number < 0) return;
    this.at = number;
    const [curveNumber, pointNumber] = this.spec.order[number];
    await this.reveal(curveNumber, pointNumber);
    this.Plotly.Fx.hover(this.plot, [{ curveNumber, pointNumber }]);
    this.said.textContent = this.spec.data[curveNumber].hovertext[pointNumber].replaceAll("<br>", ", ");
  }

  // A drawing that fills the screen is stretched sideways only: up and down, a finger there must move the page.
  axes() {
    const tall = this.layer.getBoundingClientRect().height > 0.66 * innerHeight, free = ["xaxis", "yaxis"].filter((axis) => this.spec.layout[axis].fixedrange === false);
    return tall && free.length > 1 ? ["xaxis"] : free;
  }

  // Plotly takes every finger on a stretched chart, and the page with it. So the finger moves the chart here, where the browser does
  // not take it for the page (`touch-action` in the style sheet). A tap stays Plotly's.
  followFinger() {
    let start = null, asked = 0;
    this.plot.addEventListener("touchstart", (event) => { if (this.ranges) event.stopPropagation(); }, { capture: true, passive: true });
    this.plot.addEventListener("pointerdown", (event) => { start = this.ranges && event.pointerType === "touch" ? { event, ranges: structuredClone(this.ranges) } : null; });
    for (const ending of ["pointerup", "pointercancel"]) this.plot.addEventListener(ending, () => { start = null; });
    this.plot.addEventListener("pointermove", (event) => {
      if (!start) return;
      const scale = this.layer.getBoundingClientRect().width / this.spec.layout.width;
      for (const axis of this.axes()) {
        const way = axis === "xaxis" ? start.event.clientX - event.clientX : event.clientY - start.event.clientY;
        const [low, high] = start.ranges[axis], moved = way / scale / this.plot._fullLayout[axis]._length * (high - low);
        this.ranges[axis] = [low + moved, high + moved];
      }
      asked ||= requestAnimationFrame(() => { asked = 0; if (this.ranges) this.render(); });
    });
  }

  now(axis) {
    return this.plot._fullLayout[axis].range.map(Number);
  }

  zoom(factor) {
    this.all ??= Object.fromEntries(this.axes().map((axis) => [axis, this.now(axis)]));
    const wider = Object.fromEntries(this.axes().map((axis) => {
      const [low, high] = this.now(axis), middle = (low + high) / 2;
      return [axis, [middle + (low - middle) * factor, middle + (high - middle) * factor]];
    }));
    const whole = this.axes().every((axis) => Math.abs(wider[axis][1] - wider[axis][0]) >= 0.99 * Math.abs(this.all[axis][1] - this.all[axis][0]));
    this.ranges = factor && !whole ? wider : null;
    if (!this.ranges) this.all = undefined;
    return this.render();
  }

  panned() {
    if (this.ranges) for (const axis of this.axes()) this.ranges[axis] = this.now(axis);
  }

  // A point outside of the stretch that is shown is brought to its middle.
  reveal(trace, point) {
    if (!this.ranges) return null;
    let moved = false;
    for (const axis of this.axes()) {
      const full = this.plot._fullLayout[axis], value = full.d2c(this.spec.data[trace][axis[0]][point]);
      const [low, high] = this.ranges[axis];
      if (value >= Math.min(low, high) && value <= Math.max(low, high)) continue;
      this.ranges[axis] = [value - (high - low) / 2, value + (high - low) / 2];
      moved = true;
    }
    return moved ? this.render() : null;
  }

  // The window became wider or narrower: the same layout at another size, or the other layout.
  follow() {
    if (this.holder.getClientRects().length) return this.place();
    const other = [...this.figure.children].find((child) => child.matches(".chart-wide, .chart-narrow") && child.getClientRects().length);
    if (!other) return null;
    this.leave();
    return this.draw(other);
  }

  leave() {
    this.size.disconnect();
    this.Plotly.purge(this.plot);
    this.layer.remove();
    this.holder.classList.remove("is-live");
    this.zooms.forEach((button) => button.remove());
    this.button.parentElement.removeEventListener("keydown", this.escape);
    this.button.textContent = word("chart.explore");
    this.button.setAttribute("aria-label", this.name);
    this.at = -1;
  }

  close() {
    this.closed();
    this.leave();
    this.button.focus({ preventScroll: true });
  }
}
OFFERS.live = Live;
