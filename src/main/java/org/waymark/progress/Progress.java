package org.waymark.progress;

/** Front door of the roll-up and the lights. */
public class Progress {}
