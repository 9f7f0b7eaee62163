// Waits for news of the preview: loads the page again when it is old, and shows what is wrong on it.
const { state, version } = document.currentScript.dataset;
const box = document.createElement("pre");
box.style.cssText = "position:fixed;inset:auto 0 0 0;max-height:50vh;overflow:auto;margin:0;padding:12px;background:#7a1c10;color:#fff;font:14px/1.4 monospace;white-space:pre-wrap;z-index:99";

async function look(known) {
  const now = await fetch(`${state}?${known}`).then((answer) => answer.json()).catch(() => null);
  if (!now) { // the preview starts anew
    setTimeout(look, 500, "");
  } else if (now.version !== version) {
    location.reload();
  } else {
    box.textContent = now.problems;
    if (now.problems) document.body.append(box);
    else box.remove();
    look(now.news);
  }
}

look("");
