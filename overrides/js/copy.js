// Copies the kit of a chart: a text as it stands, or a piece for an e-mail as rich HTML with its plain text beside it.
// Loaded on charts' own pages only. Without it every text can be selected and copied by hand.
var kit = document.querySelector(".kit");
if (!kit) return;
var state = kit.querySelector(".copy-state");

function say(button, message) {
  var label = button.dataset.label || (button.dataset.label = button.textContent);
  button.textContent = message;
  state.textContent = message; // the live region: a screen reader speaks it, whichever button it was
  setTimeout(function () { button.textContent = label; state.textContent = ""; }, 2500);
}

// A copy event takes the text as it is. The newer ClipboardItem has it parsed in the page, where our policy against inline
// styles would take the styles out that a mail client needs; so it comes second.
function byEvent(parts) {
  var done = false;
  function fill(event) {
    Object.keys(parts).forEach(function (type) { event.clipboardData.setData(type, parts[type]); });
    event.preventDefault();
    done = true;
  }
  document.addEventListener("copy", fill);
  try { document.execCommand("copy"); } finally { document.removeEventListener("copy", fill); }
  return done ? Promise.resolve() : Promise.reject(new Error("copy refused"));
}

function copy(parts) {
  return byEvent(parts).catch(function (refused) {
    if (!navigator.clipboard || !window.ClipboardItem) throw refused;
    var blobs = {};
    Object.keys(parts).forEach(function (type) { blobs[type] = new Blob([parts[type]], { type: type }); });
    return navigator.clipboard.write([new ClipboardItem(blobs)]);
  });
}

kit.addEventListener("click", function (event) {
  var button = event.target.closest("button");
  if (!button) return;
  var data = button.dataset, parts = {};
  function value(id) { return document.getElementById(id).value; }
  if (data.copyHtml) { parts["text/html"] = value(data.copyHtml); parts["text/plain"] = value(data.copyText); }
  else if (data.copy) parts["text/plain"] = value(data.copy);
  else return;
  copy(parts).then(function () { say(button, kit.dataset.copied); }, function () { say(button, kit.dataset.copyFailed); });
});
