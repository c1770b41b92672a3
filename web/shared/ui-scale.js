/** How much larger everything is drawn on a very large screen; the stylesheet decides (--ui). */
let scale = read();
addEventListener('resize', () => { scale = read(); });

export const uiScale = () => scale;

/** The zoom at which things would be drawn this large on an ordinary screen. */
export const plainZoom = (zoom) => zoom - Math.log2(scale);

function read() {
  return Number(getComputedStyle(document.body).getPropertyValue('--ui')) || 1;
}
