addEventListener("message", function (event) {
  if (!event.data || event.data.type !== "chart-height") return;
  document.querySelectorAll("iframe").forEach(function (frame) {
    if (frame.contentWindow === event.source) frame.style.height = Number(event.data.height) + "px";
  });
});
