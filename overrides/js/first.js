// Runs before the first paint, inline: the reader's own scheme, the sign that scripts run, and whether the address asks for a part of a list.
(function (root) { root.dataset.js = ""; if (location.search) root.dataset.filtering = ""; try { var s = localStorage.getItem("scheme"); if (s) root.dataset.scheme = s; } catch (e) {} })(document.documentElement);
