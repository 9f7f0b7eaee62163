// Tells the page around the frame how tall the chart is, now and whenever its width changes.
(function () {
  "use strict";
  if (window.parent === window) return;
  var last = 0;
  function tell() {
    var height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === last) return;
    last = height;
    // Any page may embed the chart, and a height is no secret, so the message goes to whoever is around it.
    window.parent.postMessage({ type: "chart-height", slug: document.body.dataset.slug, height: height }, "*");
  }
  if ("ResizeObserver" in window) new ResizeObserver(tell).observe(document.body); else addEventListener("resize", tell);
  tell();
})();
