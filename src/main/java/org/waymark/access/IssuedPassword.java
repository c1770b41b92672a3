package org.waymark.access;

/** An account and the password to tell its holder, once; it is stored nowhere. */
public record IssuedPassword(Account account, String password) {}
