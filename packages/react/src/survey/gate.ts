/** Begins the names of panels that open once a consent has been given: it tells them from panels of the host. */
export const GATE = 'after__';
