/** A property's value as people read it; what is missing is a dash, never 0. */
import { t, wordOr } from '/shared/i18n.js';
import { number, unit } from '/shared/format.js';
import { light, LIGHTS } from '/shared/light.js';

export function value(name, told) {
  if (told === null || told === undefined) return t('value.unknown');
  if (name === 'light' && LIGHTS.includes(told)) return light(told, 15);
  if (name === 'unit') return unit(told);
  if (typeof told === 'boolean') return t(told ? 'ogc.page.yes' : 'ogc.page.no');
  if (typeof told === 'number') return Number.isInteger(told) ? String(told) : number(told, 2);
  return wordOr(`ogc.v.${told}`, told);
}
