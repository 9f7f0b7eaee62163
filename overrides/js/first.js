// Runs before the first paint, inline: the reader's own scheme, and the sign that scripts run.
(function (root) { root.dataset.js = ""; try { var s = localStorage.getItem("scheme"); if (s) root.dataset.scheme = s; } catch (e) {} })(document.documentElement);
