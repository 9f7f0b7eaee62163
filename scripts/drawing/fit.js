// Which texts of a drawing do not fit: they are cut, or lie on another text, on a line or on the edge of a mark.
// Runs in the browser that draws, on the SVG as Plotly made it; returns [text, what is wrong] pairs.
// `slack`: each text is taken to be this many times as wide. `quiet`: colours of lines that a text may cross.
(svg, slack, quiet) => {
  const MARKS = ".bars .point path, .scatterlayer path, .shapelayer path, .annotation-arrow-g path, .annotation > path";
  document.body.innerHTML = svg;
  const root = document.querySelector("svg");
  const frame = root.getBoundingClientRect();
  const misfits = [];

  function isFilled(style) {
    return style.fill !== "none" && style.fillOpacity !== "0";
  }

  function isStroked(style) {
    const drawn = style.stroke !== "none" && style.strokeOpacity !== "0" && parseFloat(style.strokeWidth) > 0;
    return drawn && !quiet.includes(style.stroke);
  }

  // The box of a line holds the room for accents and tails of all letters; what matters is what most of them take.
  function boxOfWords(part, style) {
    const box = part.getBoundingClientRect();
    const more = box.width * (slack - 1);
    const before = { start: 0, middle: more / 2, end: more }[style.textAnchor];
    const inset = 0.22 * parseFloat(style.fontSize);
    return { left: box.left - before, right: box.right + more - before, top: box.top + inset, bottom: box.bottom - inset };
  }

  // By how many px two boxes overlap; negative: the gap between them.
  function overlap(a, b) {
    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return Math.min(across, down);
  }

  // Which part of a line of text, from 0 to 1, lies within a mark.
  function shareWithin(mark, line) {
    const toMark = mark.getScreenCTM().inverse();
    let inside = 0;
    for (let step = 0; step <= 12; step++) {
      for (const part of [0.1, 0.5, 0.9]) {
        const x = line.left + 1 + (line.right - line.left - 2) * step / 12;
        const y = line.top + (line.bottom - line.top) * part;
        inside += mark.isPointInFill(new DOMPoint(x, y).matrixTransform(toMark));
      }
    }
    return inside / 39;
  }

  function isCrossed(line, mark) {
    const toScreen = mark.getScreenCTM();
    for (let at = 0; at <= mark.getTotalLength(); at += 2) {
      const { x, y } = mark.getPointAtLength(at).matrixTransform(toScreen);
      if (x > line.left + 1 && x < line.right - 1 && y > line.top + 1 && y < line.bottom - 1) return true;
    }
    return false;
  }

  const lines = [];
  for (const text of root.querySelectorAll("text")) {
    const ground = text.closest(".annotation")?.querySelector(".bg");
    const covers = Boolean(ground) && isFilled(getComputedStyle(ground));
    const parts = text.querySelectorAll("tspan.line");
    for (const part of parts.length ? parts : [text]) {
      const words = part.textContent.trim();
      if (words) lines.push({ text, words, covers, ...boxOfWords(part, getComputedStyle(text)) });
    }
  }

  lines.forEach((line, number) => {
    const over = Math.max(frame.left - line.left, line.right - frame.right, frame.top - line.top, line.bottom - frame.bottom);
    if (over > 0.5) misfits.push([line.words, "is cut at the edge"]);
    for (const other of lines.slice(number + 1)) {
      if (other.text !== line.text && overlap(line, other) > 1) misfits.push([line.words, `lies on '${other.words}'`]);
    }
  });

  for (const mark of root.querySelectorAll(MARKS)) {
    const style = getComputedStyle(mark);
    const filled = isFilled(style) && !mark.closest(".layer-below") && !mark.classList.contains("js-line");
    const stroked = isStroked(style);
    const box = mark.getBoundingClientRect();
    for (const line of lines) {
      if (line.covers || overlap(line, box) < -1) continue;
      const share = filled ? shareWithin(mark, line) : 0;
      if (share > 0 && share < 1) misfits.push([line.words, "lies on the edge of a mark"]);
      if (share === 0 && stroked && isCrossed(line, mark)) misfits.push([line.words, "lies on a line"]);
    }
  }
  return misfits;
}
