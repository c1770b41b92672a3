/** The columns of a plan's sheets as the page edits them; words are under plan-column. and plan-choice. */
import { t, wordOr } from '/shared/i18n.js';

const choice = (field, ...codes) => ({ field, codes });
const text = (field, wide = false) => ({ field, wide });
const number = (field) => ({ field, number: true });
const flag = (field) => choice(field, 'true', 'false');
const sensitivity = choice('sensitivity', 'public', 'internal', 'restricted');

export const ICONS = ['trail', 'housing', 'source', 'outfall', 'signal', 'school', 'road', 'community', 'park', 'pipe', 'station', 'building'];

export const COLUMNS = {
  plan: [text('name', true), text('document'), text('issued'), text('source', true), text('dueDates', true), text('quantityUnits', true)],
  projects: [text('name', true), text('shortName'), choice('tier', 'district', 'municipal'), choice('icon', ...ICONS), sensitivity, flag('personal')],
  tracks: [text('code'), text('name', true), choice('basis', 'quantity', 'declared', 'checklist', 'weighted'), text('owner'), flag('ownerStated')],
  indicators: [text('code'), text('name', true), choice('comparator', '=', '>=', '~', '>', 'aspirational'), number('target'), text('unit'), number('decimals'),
    choice('kind', 'cumulative', 'level', 'dailyAverage', 'rate', 'yesNo'), choice('geometry', 'none', 'line', 'polygon', 'point'),
    choice('reportedBy', 'district', 'township'), sensitivity, flag('personal'), text('note')],
  gate: [number('printed'), flag('complete'), flag('setsNoTarget'), text('text', true)],
  percent: [number('percent'), text('indicators'), text('townships'), flag('gating')],
  quantity: [number('quantity'), text('unit'), text('indicators'), flag('gating')],
  item: [text('text', true), text('item'), flag('gating'), text('flag')],
};

/** Names of sheets as a fault's pointer has them. */
export const SHEETS = { 计划: 'plan', 单位: 'units', 项目: 'projects', 责任单位: 'responsible', 标注: 'flags', 分项: 'tracks', 指标: 'indicators', 配额: 'quotas', 节点: 'milestones' };

export const columnName = (field) => t(`plan-column.${field}`);
export const choiceName = (field, code) => wordOr(`plan-choice.${field}.${code}`, wordOr(`plan-choice.${code}`, code));
