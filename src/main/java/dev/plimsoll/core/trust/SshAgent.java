package dev.plimsoll.core.trust;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A running ssh-agent behind its UNIX domain socket
/// ([draft-ietf-sshm-ssh-agent](https://datatracker.ietf.org/doc/draft-ietf-sshm-ssh-agent/)).
/// Every request is a connection of its own, so one object serves any number of threads. Windows'
/// named pipe is not supported.
public final class SshAgent {
  /// The largest message OpenSSH's agent reads.
  static final int MESSAGE_MAX = 256 * 1024;

  private static final int REQUEST_IDENTITIES = 11;
  private static final int IDENTITIES = 12;
  private static final int REQUEST_SIGNATURE = 13;
  private static final int SIGNATURE = 14;
  private static final int MOST_KEYS = 1024;

  private final Path socket;
  private final Duration limit;

  private SshAgent(Path socket, Duration limit) {
    this.socket = socket;
    this.limit = limit;
  }

  /// @param socket the value of `SSH_AUTH_SOCK`; null or empty when it is not set
  /// @param limit how long one request may take, which includes a person's answer when the key asks
  ///   for confirmation
  /// @throws Problem when there is no agent to speak to
  public static SshAgent at(@Nullable String socket, Duration limit) {
    if (socket == null || socket.isEmpty()) {
      throw Problem.of(
          "Agent not reachable",
          "SSH_AUTH_SOCK is not set, so no ssh-agent runs for this session.",
          "Start one with eval \"$(ssh-agent)\" and ssh-add your key, or choose a key file.");
    }
    if (socket.startsWith("\\\\.\\pipe\\")) {
      throw Problem.of(
          "Agent not reachable",
          "The agent on Windows speaks through a named pipe, which is not supported yet.",
          "Choose a key file instead.");
    }
    try {
      return new SshAgent(Path.of(socket), limit);
    } catch (InvalidPathException e) {
      throw Problem.of(
          "Agent not reachable",
          "SSH_AUTH_SOCK is not a path.",
          "Set it to the agent's socket.",
          e);
    }
  }

  /// The keys the agent offers, in its order. A locked agent offers none, just as an empty one
  /// does.
  ///
  /// @throws Problem when the agent does not answer in time or not as an agent does
  public List<AgentKey> keys() {
    byte[] reply = exchange(new WireWriter().octet(REQUEST_IDENTITIES).bytes());
    try {
      WireReader reader = new WireReader(reply);
      if (reader.octet() != IDENTITIES) {
        throw refused("it does not list its keys");
      }
      int count = reader.uint32();
      if (count > MOST_KEYS) {
        throw new Malformed("it claims to have " + count + " keys");
      }
      List<AgentKey> keys = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        keys.add(AgentKey.of(reader.string(), reader.looseText()));
      }
      reader.end();
      return List.copyOf(keys);
    } catch (Malformed e) {
      throw notAnAgent(e);
    }
  }

  /// A signer for a key that the agent has at this moment.
  ///
  /// @throws Problem when it does not have it
  public AgentSigner signer(Ed25519PublicKey key) {
    if (keys().stream().noneMatch(k -> k.key().filter(key::equals).isPresent())) {
      throw Problem.of(
          "Agent cannot sign",
          "The agent does not offer the key " + key.fingerprint() + "; it may be locked.",
          "Unlock it with ssh-add -X, or add the key with: ssh-add FILE");
    }
    return new AgentSigner(this, key);
  }

  /// The raw signature blob for a message.
  byte[] sign(Ed25519PublicKey key, byte[] message) {
    WireWriter request =
        new WireWriter().octet(REQUEST_SIGNATURE).string(key.sshBlob()).string(message).uint32(0);
    byte[] reply = exchange(request.bytes());
    try {
      WireReader reader = new WireReader(reply);
      if (reader.octet() != SIGNATURE) {
        throw refused("it is locked, the key is gone, or its owner said no");
      }
      byte[] signature = reader.string();
      reader.end();
      return signature;
    } catch (Malformed e) {
      throw notAnAgent(e);
    }
  }

  private byte[] exchange(byte[] request) {
    try {
      return new AgentExchange(socket, limit).ask(request, MESSAGE_MAX);
    } catch (Malformed e) {
      throw notAnAgent(e);
    } catch (IOException | RuntimeException e) {
      throw Problem.of(
          "Agent not reachable",
          "Nobody answers at " + socket + " (SSH_AUTH_SOCK).",
          "Start ssh-agent and ssh-add your key, or choose a key file.",
          e);
    }
  }

  private Problem refused(String why) {
    return Problem.of(
        "Agent cannot sign",
        "The agent at " + socket + " refused: " + why + ".",
        "Unlock it with ssh-add -X, or add the key with: ssh-add FILE");
  }

  Problem notAnAgent(Malformed e) {
    return Problem.of(
        "Agent not usable",
        "What answers at " + socket + " does not speak as an ssh-agent: " + e.reason() + ".",
        "Check SSH_AUTH_SOCK, or choose a key file.");
  }
}
