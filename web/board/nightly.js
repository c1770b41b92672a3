/** A new page every night, so that a screen takes up new versions; only when the server answers, never into a white page. */
const AT_HOUR = 3;
const CHECK_MS = 60000;

export function startNightlyReload() {
  const started = performance.now();
  setInterval(async () => {
    const hour = new Date().getHours();
    if (hour !== AT_HOUR || performance.now() - started < 2 * 3600e3) return;
    const answer = await fetch('/board/', { method: 'HEAD', cache: 'no-store' }).catch(() => null);
    if (answer?.ok) location.reload();
  }, CHECK_MS);
}
