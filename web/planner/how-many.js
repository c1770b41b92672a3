/** How many footprints a project has, asked before they are fetched. */
import { lookUp } from './load.js';

/** Features that a page holds without stumbling. */
export const MANY = 2000;

/** Of the project, or of all without one. */
export async function countFootprints(project) {
  const { featureCounts } = await lookUp('/tiles/footprints.json');
  return Object.entries(featureCounts).reduce((sum, [number, count]) => (!project || Number(number) === project ? sum + count : sum), 0);
}
