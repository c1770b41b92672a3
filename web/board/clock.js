/** The clock on the screen: the server's time in the district's zone, whatever the machine's own clock says. */
import { el, put } from '/shared/dom.js';
import { day, weekday } from '/shared/format.js';

export function startClock(node) {
  let ahead = 0;
  let zone = 'Asia/Shanghai';
  const time = el('b');
  const date = el('span');
  put(node, time, date);
  const draw = () => {
    const parts = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
    }).format(new Date(now())).split(' ');
    time.textContent = parts[1];
    date.textContent = `${day(parts[0])} ${weekday(parts[0])}`;
  };
  const now = () => performance.now() + ahead;
  const set = (screen) => {
    // performance.now() runs on while somebody sets the machine's clock
    ahead = Date.parse(screen.now) - performance.now();
    zone = screen.zone;
    draw();
  };
  set({ now: new Date().toISOString(), zone });
  setInterval(draw, 1000);
  return { set, now };
}
