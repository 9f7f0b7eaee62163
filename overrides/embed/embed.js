// The scheme that the page around asks for, before anything is painted; and, now and whenever the width changes, how tall the chart is.
(function (root) {
  "use strict";
  var asked = /[?&]scheme=(dark|auto)\b/.exec(location.search), last = 0;
  if (asked && asked[1] === "dark") root.dataset.scheme = "dark"; else if (asked) delete root.dataset.scheme;
  if (window.parent === window) return;
  function tell() {
    var height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === last) return;
    last = height;
    // Any page may embed the chart, and a height is no secret, so the message goes to whoever is around it.
    window.parent.postMessage({ type: "chart-height", slug: document.body.dataset.slug, height: height }, "*");
  }
  addEventListener("DOMContentLoaded", function () {
    if ("ResizeObserver" in window) new ResizeObserver(tell).observe(document.body); else addEventListener("resize", tell);
    tell();
  });
})(document.documentElement);
