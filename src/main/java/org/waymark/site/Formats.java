package org.waymark.site;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The interface speaks JSON. Spring would speak whatever it finds a library for, and libraries of
 * ours bring others along; each costs memory and time at every start.
 */
@Configuration(proxyBeanMethods = false)
class Formats implements WebMvcConfigurer {
  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
    builder
        .withYamlConverter(new Nothing(MediaType.APPLICATION_YAML))
        .withXmlConverter(new Nothing(MediaType.APPLICATION_XML, MediaType.TEXT_XML));
  }

  /** What is sent is checked by hand; Spring would set up a library of checks by annotation. */
  @Override
  public Validator getValidator() {
    return new Validator() {
      @Override
      public boolean supports(Class<?> type) {
        return false;
      }

      @Override
      public void validate(Object target, Errors errors) {
        throw new UnsupportedOperationException();
      }
    };
  }

  /** Stands in the place of a format, and reads and writes nothing. */
  private static final class Nothing extends AbstractHttpMessageConverter<Object> {
    Nothing(MediaType... formats) {
      super(formats);
    }

    @Override
    protected boolean supports(Class<?> type) {
      return false;
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage message) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected void writeInternal(Object value, HttpOutputMessage message) {
      throw new UnsupportedOperationException();
    }
  }
}
