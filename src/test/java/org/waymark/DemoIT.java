package org.waymark;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** The application on the demo of a year that is nearly over, at the end of that time. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WaymarkIT
@TestPropertySource(
    properties = {
      "waymark.test.demo=2026-11-24T10:00:00+08:00",
      "waymark.now=2026-11-24T10:00:00+08:00"
    })
public @interface DemoIT {}
