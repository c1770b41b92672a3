package org.waymark.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waymark.access.Caller;
import org.waymark.access.Role;

/** The same picture in two reports is shown to the reviewer, wherever they lie; never refused. */
class PhotoReuseIT extends CompletionCast {
  @Test
  void the_same_photo_on_another_line_is_flagged_with_the_other_report() {
    List<CitedPhoto> photo = scene(11, 1);
    UUID first = submit(report(line("09.2"), photo));
    UUID second = submit(unit, report(line("18.2"), photo));
    Report seen = completions.get(reviewer, second);
    assertThat(seen.flags()).contains("photo-reused");
    Report.Reuse reuse = seen.reused().get(0);
    assertThat(reuse.same()).isTrue();
    assertThat(reuse.report()).isEqualTo(first);
    assertThat(reuse.author()).isEqualTo(crew.displayName());
    assertThat(completions.get(reviewer, first).reused().get(0).report()).isEqualTo(second);
  }

  @Test
  void a_picture_encoded_anew_is_flagged_as_looking_alike() {
    UUID first = submit(report(line("09.2"), scene(22, 0.95f)));
    UUID second = submit(report(line("09.2"), scene(22, 0.4f)));
    Report.Reuse reuse = completions.get(reviewer, second).reused().get(0);
    assertThat(reuse.same()).isFalse();
    assertThat(reuse.report()).isEqualTo(first);
  }

  @Test
  void another_picture_is_not_flagged() {
    submit(report(line("09.2"), scene(33, 1)));
    UUID second = submit(report(line("09.2"), scene(34, 1)));
    assertThat(completions.get(reviewer, second).reused()).isNull();
    assertThat(completions.get(reviewer, second).flags()).isEmpty();
  }

  @Test
  void the_better_one_of_a_returned_report_may_show_its_photo_again() {
    List<CitedPhoto> photo = scene(44, 1);
    String line = line("09.2");
    UUID old = submit(report(line, photo));
    review(old, NewReview.Verdict.RETURN);
    UUID better = submit(report(line, photo));
    assertThat(completions.get(reviewer, better).reused()).isNull();
  }

  @Test
  void a_reviewer_learns_that_it_was_used_out_of_scope_but_not_where() {
    List<CitedPhoto> photo = scene(55, 1);
    submit(unit, report(line("09.2", 108.11, 29.5, 108.12), photo));
    UUID here = submit(report(line("09.2"), photo));
    Caller west = caller(Role.REVIEWER, null, List.of(WEST));
    Report.Reuse reuse = completions.get(west, here).reused().get(0);
    assertThat(reuse.report()).isNull();
    assertThat(reuse.author()).isNull();
    assertThat(reuse.otherSha256()).isNull();
    assertThat(reuse.same()).isTrue();
  }

  private List<CitedPhoto> scene(int number, float quality) {
    byte[] picture = TestPictures.scene(number, 800, quality);
    String sha256 = TestPictures.sha256(picture);
    photos.store(admin, sha256, picture);
    return cite(sha256);
  }

  private CompletionReport report(String line, List<CitedPhoto> photo) {
    return completion(
        line,
        CompletionReport.Kind.DONE,
        null,
        new CompletionReport.MetreRange(0.0, 100.0),
        clock.now().minusSeconds(60),
        photo,
        null);
  }
}
