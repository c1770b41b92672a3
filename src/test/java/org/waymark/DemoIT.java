package org.waymark;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** The application on a database shared by all tests of the demo district, at one fixed time. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WaymarkIT
@TestPropertySource(
    properties = {"waymark.test.database=demo", "waymark.now=2026-11-24T10:00:00+08:00"})
public @interface DemoIT {}
