/** The screen's shape. Every size on the screen is in rem, and the stylesheet makes a rem fit the screen. */
export const isPortrait = () => innerHeight > innerWidth;
