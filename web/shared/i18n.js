/** Words by key, Chinese unless the reader chose English. The server reads the same files. */
const STORED = 'waymark.language';
let words = {};
let loading = null;

/** 'zh' or 'en'. */
export function language() {
  return localStorage.getItem(STORED) === 'en' ? 'en' : 'zh';
}

/** Remembers the choice and draws the page anew. */
export function setLanguage(code) {
  localStorage.setItem(STORED, code);
  location.reload();
}

/** Must be awaited before the first `t`; read once a page. */
export function loadWords() {
  loading ??= readWords().catch((failure) => { loading = null; throw failure; });
  return loading;
}

async function readWords() {
  const answer = await fetch(`/i18n/${language()}.json`);
  words = await answer.json();
  document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
}

/** The text of a key with {names} filled in. A key without words comes back as itself and is logged, so that it is seen. */
export function t(key, args = {}) {
  const template = words[key];
  if (template === undefined) {
    console.error(`no words for ${key}`);
    return key;
  }
  return template.replace(/\{(\w+)}/g, (place, name) => args[name] ?? place);
}

/** For names from the data that have words only in one language (units): the word if there is one, else the name. */
export function wordOr(key, otherwise) {
  return words[key] ?? otherwise;
}

/** Fills every element with data-t (text) or data-t-label (aria-label) in static HTML. */
export function translate(root = document) {
  root.querySelectorAll('[data-t]').forEach((node) => { node.textContent = t(node.dataset.t); });
  root.querySelectorAll('[data-t-label]').forEach((node) => node.setAttribute('aria-label', t(node.dataset.tLabel)));
}
