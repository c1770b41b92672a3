/** What a role may do, so that no page leads somewhere it has nothing to do; the server decides. */
export const reviews = (me) => ['administrator', 'reviewer', 'unit'].includes(me.role);
