/** A scene in words. */
import { t } from '/shared/i18n.js';

export function sceneText(scene, names) {
  const name = t(`screens.scene.${scene.kind}`);
  if (scene.kind === 'project' && scene.project !== undefined)
    return `${name} ${scene.project} ${names.projects.find((p) => p.number === scene.project)?.name ?? ''}`.trim();
  if (scene.kind === 'township' && scene.township !== undefined)
    return `${name} ${names.townships.find((town) => town.code === scene.township)?.name ?? scene.township}`;
  return name;
}
