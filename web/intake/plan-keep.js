/** The draft at work, kept in this tab of the browser until it is a plan or given up. */
const KEY = 'waymark.plan-draft';

export function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY));
  } catch {
    return null;
  }
}

/** null forgets it. */
export function keep(draft) {
  try {
    if (draft) sessionStorage.setItem(KEY, JSON.stringify(draft));
    else sessionStorage.removeItem(KEY);
  } catch (full) {
    console.warn('the draft is not kept for a reload', full);
  }
}
