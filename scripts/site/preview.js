const told = new EventSource(document.currentScript.dataset.events), box = document.createElement("pre");
let slow;
box.style.cssText = "position:fixed;inset:auto 0 0 0;max-height:50vh;overflow:auto;margin:0;padding:12px;background:#7a1c10;color:#fff;font:14px/1.4 monospace;white-space:pre-wrap;z-index:99";
const show = (text) => { box.textContent = text; text ? document.body.append(box) : box.remove(); };
told.addEventListener("building", () => { clearTimeout(slow); slow = setTimeout(() => show("building ..."), 1000); });
told.addEventListener("reload", () => location.reload());
told.addEventListener("problems", (event) => { clearTimeout(slow); show(JSON.parse(event.data)); });
told.addEventListener("hello", (event) => { if (window.previewOf && previewOf !== event.data) location.reload(); window.previewOf = event.data; });
