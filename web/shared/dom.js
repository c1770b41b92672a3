/** Builds nodes; never parses HTML, so that a name from the data can never become markup. */
const SVG = 'http://www.w3.org/2000/svg';

/**
 * el('button', {class: 'chip', 'aria-pressed': true, on: {click}}, 'text', child, …).
 * `style` sets properties through the CSSOM, which a strict CSP allows; null, undefined and false children are left out.
 */
export function el(tag, props, ...children) {
  return fill(document.createElement(tag), props, children);
}

/** The same for SVG elements. */
export function svg(tag, props, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

/** Replaces what is in `node`. */
export function put(node, ...children) {
  node.replaceChildren(...kept(children));
  return node;
}

function fill(node, props, children) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined) continue;
    if (name === 'on') Object.entries(value).forEach(([type, listen]) => node.addEventListener(type, listen));
    else if (name === 'style') Object.entries(value).forEach(([k, v]) => node.style.setProperty(k, v));
    else if (name === 'data') Object.assign(node.dataset, value);
    else if (name in node && typeof value === 'boolean' && !name.startsWith('aria')) node[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...kept(children));
  return node;
}

function kept(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

export const pause = (ms) => new Promise((go) => { setTimeout(go, ms); });

/** Lets the browser draw and listen before more is done. */
export const breath = () => pause(0);
