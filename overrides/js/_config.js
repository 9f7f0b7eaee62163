// Stands before each script: the words and files that it names, given by the build (scripts/assets/javascript.py).
const CONFIG = {};
const SITE = document.querySelector("script[src*='own/site.']");
const LANGUAGE = SITE.dataset.language; // not that of the page: a translator changes it
const OWN = SITE.src.replace(/[^/]*$/, "");
const EDITION = new URL("../../" + (LANGUAGE === CONFIG.first ? "" : LANGUAGE + "/"), OWN).href;
const word = (key, values = {}) => CONFIG.words[LANGUAGE][key].replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
const file = (name) => OWN + CONFIG.files[name];
// Plain scripts, not modules, which archives of the web replay badly; each leaves what it offers in OFFERS. One that failed may be asked for again.
const OFFERS = window.offers ??= {}, ASKED = window.askedFor ??= {};
const fetched = (name) => ASKED[name] ??= new Promise((ready, failed) => {
  const script = Object.assign(document.createElement("script"), { src: file(name), onload: () => ready(OFFERS[name]) });
  script.onerror = () => { delete ASKED[name]; script.remove(); failed(new Error(`${name} did not load`)); };
  document.head.append(script);
});
