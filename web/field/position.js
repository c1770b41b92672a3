/** Where the phone is, as long as the page is open. Which way it looks comes from the compass, where there is one. */
import { change } from './state.js';

let heading = null;
let started = false;

export function startPosition() {
  if (started) return;
  started = true;
  if (!navigator.geolocation) return change({ fixFault: 'none' });
  navigator.geolocation.watchPosition(found, failed, { enableHighAccuracy: true, maximumAge: 2000, timeout: 30_000 });
  addEventListener('deviceorientationabsolute', turn);
  addEventListener('deviceorientation', turn);
}

function found({ coords, timestamp }) {
  const fix = { lon: degrees(coords.longitude), lat: degrees(coords.latitude), accuracyM: Math.round(coords.accuracy * 10) / 10, bearing: heading, at: timestamp };
  change({ fix, fixFault: null });
}

/** A centimetre is enough; more digits than the server reads would get a report refused. */
const degrees = (value) => Math.round(value * 1e7) / 1e7;

function failed({ code }) {
  change({ fixFault: ['', 'denied', 'unavailable', 'slow'][code] });
}

function turn(event) {
  if (event.webkitCompassHeading !== undefined) heading = Math.round(event.webkitCompassHeading);
  else if (event.absolute && event.alpha !== null) heading = Math.round(360 - event.alpha) % 360;
}
