// Which texts of a drawing are cut, or lie on another text or on a mark that they do not stand wholly within.
// Runs in the browser that draws, on the SVG as Plotly made it. `slack`: each text is taken to be this much wider.
(svg, slack, quiet) => {
  document.body.innerHTML = svg;
  const root = document.querySelector("svg"), frame = root.getBoundingClientRect();
  const [width, height] = ["width", "height"].map((name) => Number.parseFloat(root.getAttribute(name)));
  const lines = [];
  for (const text of root.querySelectorAll("text")) {
    const anchor = text.getAttribute("text-anchor") || getComputedStyle(text).textAnchor, size = Number.parseFloat(getComputedStyle(text).fontSize);
    const ground = text.closest(".annotation")?.querySelector(".bg")?.style.fill;
    const parts = [...text.querySelectorAll("tspan.line")];
    for (const part of parts.length ? parts : [text]) {
      const box = part.getBoundingClientRect(), more = box.width * (slack - 1), said = part.textContent.trim();
      if (!said) continue;
      const left = { start: 0, middle: more / 2, end: more }[anchor] ?? 0;
      // The box of a line holds the room for accents and tails of all letters; what matters is what most of them take.
      lines.push({
        said, text, covered: ground && ground !== "none" && !/transparent|, 0\)/.test(ground),
        x0: box.left - frame.left - left, x1: box.right - frame.left + more - left, y0: box.top - frame.top + 0.22 * size, y1: box.bottom - frame.top - 0.22 * size,
      });
    }
  }
  const found = [];
  const clash = (a, b) => Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) > 1 && Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0) > 1;
  for (const [number, one] of lines.entries()) {
    if (one.x0 < -0.5 || one.y0 < -0.5 || one.x1 > width + 0.5 || one.y1 > height + 0.5) found.push(["cut", one.said, ""]);
    for (const other of lines.slice(number + 1)) if (other.text !== one.text && clash(one, other)) found.push(["over", one.said, other.said]);
  }
  const seen = (color) => color && color !== "none" && !/, 0\)$/.test(color) && color !== "transparent";
  for (const mark of root.querySelectorAll(".bars .point path, .scatterlayer path, .shapelayer path, .annotation-arrow-g path, .annotation > path")) {
    const style = getComputedStyle(mark), back = mark.closest(".layer-below") !== null;
    const filled = seen(style.fill) && style.fillOpacity !== "0" && !mark.classList.contains("js-line"), stroked = seen(style.stroke) && Number.parseFloat(style.strokeWidth) > 0 && !quiet.includes(style.stroke);
    if (!filled && !stroked) continue;
    const box = mark.getBoundingClientRect(), matrix = mark.getScreenCTM();
    const near = { x0: box.left - frame.left - 1, x1: box.right - frame.left + 1, y0: box.top - frame.top - 1, y1: box.bottom - frame.top + 1 };
    for (const line of lines) {
      const meets = Math.min(line.x1, near.x1) > Math.max(line.x0, near.x0) && Math.min(line.y1, near.y1) > Math.max(line.y0, near.y0);
      if (line.covered || !meets) continue;
      if (filled && !back) {
        const back_to = matrix.inverse();
        let inside = 0, all = 0;
        for (let step = 0; step <= 12; step++) for (const part of [0.1, 0.5, 0.9]) {
          const point = new DOMPoint(line.x0 + 1 + (line.x1 - line.x0 - 2) * step / 12 + frame.left, line.y0 + (line.y1 - line.y0) * part + frame.top).matrixTransform(back_to);
          all += 1;
          inside += mark.isPointInFill(point);
        }
        if (inside && inside < all) { found.push(["mark", line.said, mark.parentElement.getAttribute("class") || "shape"]); continue; }
        if (inside) continue;
      }
      if (stroked) {
        const length = mark.getTotalLength();
        for (let at = 0; at <= length; at += 2) {
          const point = mark.getPointAtLength(at).matrixTransform(matrix), x = point.x - frame.left, y = point.y - frame.top;
          if (x > line.x0 + 1 && x < line.x1 - 1 && y > line.y0 + 1 && y < line.y1 - 1) { found.push(["mark", line.said, "line"]); break; }
        }
      }
    }
  }
  document.body.innerHTML = "";
  return [...new Set(found.map((one) => JSON.stringify(one)))].map((one) => JSON.parse(one));
};
