// Stands before each script: the words and files that it names, given by the build (scripts/assets/javascript.py).
const CONFIG = {};
const SITE = document.querySelector("script[src*='own/site.']");
const LANGUAGE = SITE.dataset.language; // not that of the page: a translator changes it
const OWN = SITE.src.replace(/[^/]*$/, "");
const EDITION = new URL("../../" + (LANGUAGE === CONFIG.first ? "" : LANGUAGE + "/"), OWN).href;
const word = (key, values = {}) => CONFIG.words[LANGUAGE][key].replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
const file = (name) => OWN + CONFIG.files[name];
const fetched = (name) => import("./" + CONFIG.files[name]); // from where this script is: in an archive that is the archived copy's own
