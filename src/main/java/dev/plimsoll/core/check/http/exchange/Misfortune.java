package dev.plimsoll.core.check.http.exchange;

/// Why there is no answer to judge. Each is one of three things: the service did wrong, nobody can
/// tell, or nothing could be asked.
///
/// @param kind what went wrong
/// @param observed a few words: `refused`
/// @param sentence what happened, a whole sentence without secrets
/// @param next what to do, a whole sentence
public record Misfortune(Kind kind, String observed, String sentence, String next)
    implements Reply {

  /// What a misfortune says about the service.
  public enum Blame {
    /// It was reached, and did not do its part.
    SERVICE,
    /// Something may stand between.
    NOBODY_KNOWS,
    /// It was never asked.
    NOT_ASKED
  }

  /// What went wrong.
  public enum Kind {
    UNKNOWN_HOST(Blame.NOT_ASKED),
    REFUSED(Blame.SERVICE),
    NO_ROUTE(Blame.NOT_ASKED),
    NOT_CONNECTED_IN_TIME(Blame.NOBODY_KNOWS),
    NOT_TRUSTED(Blame.SERVICE),
    NO_TLS(Blame.SERVICE),
    NO_ANSWER_IN_TIME(Blame.SERVICE),
    /// The step's own time was over before the request's.
    STEP_OVER(Blame.NOBODY_KNOWS),
    BODY_WITHOUT_END(Blame.SERVICE),
    CLOSED_BEFORE_ANSWER(Blame.SERVICE),
    CUT_OFF(Blame.SERVICE),
    GARBLED(Blame.SERVICE),
    REDIRECTION(Blame.SERVICE),
    /// The proxy between was not reached, or let nobody through.
    PROXY_NOT_REACHED(Blame.NOT_ASKED),
    NOTHING_THROUGH_PROXY(Blame.NOBODY_KNOWS),
    NOTHING_THROUGH_PROXY_IN_TIME(Blame.NOBODY_KNOWS),
    NOT_SENT(Blame.NOT_ASKED);

    private final Blame blame;

    Kind(Blame blame) {
      this.blame = blame;
    }

    public Blame blame() {
      return blame;
    }

    public boolean isTimeout() {
      return this == NOT_CONNECTED_IN_TIME
          || this == NO_ANSWER_IN_TIME
          || this == BODY_WITHOUT_END
          || this == NOTHING_THROUGH_PROXY_IN_TIME;
    }
  }
}
