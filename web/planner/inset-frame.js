/** Which part of the map 城区放大 enlarges: around the townships whose names have no room. */
import { boxOf, worldSize } from '/shared/world.js';

export const INSET = { width: 212, height: 196 };
const MIN_STAGE_PX = 620;
const MIN_FRAME_PX = 58;
const AT_MOST = 4;

/** {minX, maxX, minY, maxY} in world fractions with `box` in world pixels; null where no inset is needed or possible. */
export function insetFrame(map, names, minRoomPx) {
  const scale = worldSize(map.getZoom());
  const tight = names.filter(({ spot }) => spot.room * scale < minRoomPx);
  if (!tight.length || tight.length > AT_MOST || map.getSize().x < MIN_STAGE_PX) return null;
  const area = boxOf(tight.map(({ township }) => township.polygons));
  const width = Math.max((area.maxX - area.minX) * 1.35, ((area.maxY - area.minY) * 1.35 * INSET.width) / INSET.height, MIN_FRAME_PX / scale);
  const [x, y] = [(area.minX + area.maxX) / 2, (area.minY + area.maxY) / 2];
  const height = (width * INSET.height) / INSET.width;
  const frame = { minX: x - width / 2, maxX: x + width / 2, minY: y - height / 2, maxY: y + height / 2 };
  return { ...frame, box: [frame.minX, frame.minY, frame.maxX, frame.maxY].map((v) => v * scale) };
}
