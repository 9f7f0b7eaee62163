// Small comforts: light or dark, search, the reader's section when the language changes. The page is complete without them.
(function () {
  "use strict";
  var root = document.documentElement;

  var scheme = document.querySelector("[data-switch-scheme]");
  if (scheme) {
    scheme.addEventListener("click", function () {
      var dark = root.dataset.scheme ? root.dataset.scheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.scheme = dark ? "light" : "dark";
      try { localStorage.setItem("scheme", root.dataset.scheme); } catch (refused) { /* private browsing: the choice lasts for this page */ }
    });
  }

  var other = document.querySelector("[data-keep-section]");
  if (other) {
    other.addEventListener("click", function () { other.hash = location.hash; });
  }
})();
