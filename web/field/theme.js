/** Sunlight mode: black on white, thicker, larger. Remembered. */
import { change, state, watch } from './state.js';

const STORED = 'waymark.field.theme';

export function startTheme() {
  change({ theme: localStorage.getItem(STORED) === 'sun' ? 'sun' : 'desk' });
  watch(['theme'], ({ theme }) => {
    if (theme === 'sun') document.documentElement.dataset.theme = 'sun';
    else delete document.documentElement.dataset.theme;
  });
}

export function toggleTheme() {
  const theme = state.theme === 'sun' ? 'desk' : 'sun';
  localStorage.setItem(STORED, theme);
  change({ theme });
}
