package org.waymark.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * Our own files change with a build and are asked for anew by ETag, but for those whose address
 * says what they hold; WebJars carry their version in the URL and never change.
 */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {
  /** Parameter with the hash of the content that is asked for. */
  static final String VERSION = "v";

  private static final CacheControl FOR_GOOD =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
  private final ContentHashes hashes;

  StaticFiles(ContentHashes hashes) {
    this.hashes = hashes;
  }

  /** Of the content with that hash. */
  static String version(String hash) {
    return hash.substring(0, 12);
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/webjars/**")
        .addResourceLocations("classpath:/META-INF/resources/webjars/")
        .setCacheControl(FOR_GOOD);
    registry
        .addResourceHandler("/**")
        .addResourceLocations("classpath:/static/")
        .setUseLastModified(false)
        .setEtagGenerator(hashes::of)
        .setCacheControl(CacheControl.noCache())
        .resourceChain(false)
        .addResolver(new Versions());
  }

  /** Whoever asks for another version than ours gets ours, and keeps it for this once. */
  private final class Versions implements ResourceResolver {
    @Override
    public Resource resolveResource(
        HttpServletRequest request,
        String path,
        List<? extends Resource> locations,
        ResourceResolverChain chain) {
      Resource file = chain.resolveResource(request, path, locations);
      String asked = request == null ? null : request.getParameter(VERSION);
      return asked != null
              && file instanceof ClassPathResource own
              && asked.equals(version(hashes.of(file)))
          ? new Kept(own, FOR_GOOD)
          : file;
    }

    @Override
    public String resolveUrlPath(
        String path, List<? extends Resource> locations, ResourceResolverChain chain) {
      return chain.resolveUrlPath(path, locations);
    }
  }
}
