// Waits for news of the preview: loads the page again when it is old, and shows on it what is wrong, and when a change takes long.
const { state, version } = document.currentScript.dataset;
const box = document.createElement("pre");
box.style.cssText = "position:fixed;inset:auto 0 0 0;max-height:50vh;overflow:auto;margin:0;padding:12px;background:#7a1c10;color:#fff;font:14px/1.4 monospace;white-space:pre-wrap;z-index:99";

function show(words) {
  box.textContent = words;
  if (words) document.body.append(box);
  else box.remove();
}

let slow;

async function look(known) {
  const now = await fetch(`${state}?${known}`).then((answer) => answer.json()).catch(() => null);
  clearTimeout(slow);
  if (!now) { // the preview starts anew
    setTimeout(look, 500, "");
  } else if (now.version !== version) {
    location.reload();
  } else {
    if (now.building) slow = setTimeout(show, 1000, "building ...");
    else show(now.problems);
    look(now.news);
  }
}

look("");
