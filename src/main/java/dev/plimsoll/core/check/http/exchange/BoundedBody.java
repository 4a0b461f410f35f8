package dev.plimsoll.core.check.http.exchange;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// Keeps the beginning of a body and counts what is beyond it, up to a limit at which it stops.
final class BoundedBody implements BodySubscriber<Content> {
  /// Nobody waits for more than this.
  private static final long MOST_COUNTED = 1L << 30;

  private final long largest;
  private final Watch watch;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream(1024);
  private final CompletableFuture<Content> content = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;
  private long count;

  BoundedBody(long largest, Watch watch) {
    this.largest = largest;
    this.watch = watch;
  }

  @Override
  public CompletionStage<Content> getBody() {
    return content;
  }

  @Override
  public void onSubscribe(Flow.Subscription arrived) {
    subscription = arrived;
    arrived.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> pieces) {
    for (var piece : pieces) {
      count += piece.remaining();
      var room = (int) Math.min(piece.remaining(), largest - kept.size());
      if (room > 0) {
        var bytes = new byte[room];
        piece.get(bytes);
        kept.writeBytes(bytes);
      }
    }
    watch.received(count);
    if (count > MOST_COUNTED && !content.isDone()) {
      content.complete(
          new Content(
              kept.toByteArray(),
              -1,
              "The body is longer than 1 GiB; it was not read to its end."));
      Optional.ofNullable(subscription).ifPresent(Flow.Subscription::cancel);
    }
  }

  @Override
  public void onError(Throwable broken) {
    content.completeExceptionally(broken);
  }

  @Override
  public void onComplete() {
    content.complete(
        new Content(
            kept.toByteArray(),
            count,
            count <= largest
                ? null
                : "The body has "
                    + count
                    + " bytes, and only the first "
                    + kept.size()
                    + " were kept."));
  }
}
