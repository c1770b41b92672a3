package org.waymark.publication;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.waymark.completion.Completions;
import org.waymark.completion.ReportReviewed;
import org.waymark.plan.PlanKey;
import org.waymark.publication.PublicPhotoQueries.Flagged;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Takes photos from the public at once: their bytes, and their captions in every snapshot. */
@Component
class PublicPhotoRemoval {
  private final PublicPhotoQueries queries;
  private final PublicationQueries publications;
  private final Completions completions;
  private final JsonMapper mapper;
  private final ApplicationEventPublisher events;

  PublicPhotoRemoval(
      PublicPhotoQueries queries,
      PublicationQueries publications,
      Completions completions,
      JsonMapper mapper,
      ApplicationEventPublisher events) {
    this.queries = queries;
    this.publications = publications;
    this.completions = completions;
    this.mapper = mapper;
    this.events = events;
  }

  /** A photo goes with the last report that was accepted and shows it. */
  @EventListener
  void on(ReportReviewed reviewed) {
    PlanKey key = reviewed.subject().key();
    Set<String> flagged =
        queries.list(key).stream().map(Flagged::sha256).collect(Collectors.toSet());
    Set<String> accepted = completions.listAcceptedPhotos(key, flagged);
    flagged.stream().filter(sha256 -> !accepted.contains(sha256)).forEach(s -> remove(key, s));
  }

  /** False where it was not public. In the caller's transaction. */
  boolean remove(PlanKey key, String sha256) {
    Flagged photo =
        queries.list(key).stream().filter(p -> p.sha256().equals(sha256)).findFirst().orElse(null);
    if (photo == null) return false;
    queries.delete(key.districtCode(), sha256);
    String id = photo.photoId();
    String caption = queries.isPublic(key.districtCode(), id) ? photo.caption() : null;
    queries
        .listFactsNaming(key, id)
        .forEach((number, facts) -> queries.saveFacts(key, number, without(facts, id, caption)));
    events.publishEvent(new PublishedChanged(key, publications.nextSequence(key)));
    return true;
  }

  /**
   * @param caption of the one that goes where others look the same and stay; null = all go
   */
  private String without(String facts, String photoId, String caption) {
    JsonNode page = mapper.readTree(facts);
    for (JsonNode project : page.path("projects"))
      if (project.path("photos") instanceof ArrayNode shown)
        shown.removeIf(
            photo ->
                photo.path("id").asString().equals(photoId)
                    && (caption == null || photo.path("caption").asString().equals(caption)));
    return mapper.writeValueAsString(page);
  }
}
