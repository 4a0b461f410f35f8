package dev.plimsoll.core.trust;

import dev.plimsoll.core.model.Problem;

/// A key that stays in the ssh-agent. What the agent returns is verified before it is handed on.
public final class AgentSigner implements Signer {
  private static final int ROOM_FOR_THE_REST = 1024;

  private final SshAgent agent;
  private final Ed25519PublicKey key;

  AgentSigner(SshAgent agent, Ed25519PublicKey key) {
    this.agent = agent;
    this.key = key;
  }

  @Override
  public Ed25519PublicKey publicKey() {
    return key;
  }

  @Override
  public int longestMessage() {
    return SshAgent.MESSAGE_MAX - ROOM_FOR_THE_REST;
  }

  @Override
  public byte[] signEd25519(byte[] message) {
    if (message.length > longestMessage()) {
      throw Problem.of(
          "Agent cannot sign",
          "The message has "
              + message.length
              + " bytes and an ssh-agent takes at most "
              + longestMessage()
              + ".",
          "Sign with the key file, or leave the DSSE twin out.");
    }
    try {
      WireReader reader = new WireReader(agent.sign(key, message));
      String algorithm = reader.text();
      byte[] signature = reader.string();
      reader.end();
      if (!algorithm.equals(Ed25519PublicKey.TYPE) || !key.verify(message, signature)) {
        throw new Malformed("its signature does not verify under the key it was asked for");
      }
      return signature;
    } catch (Malformed e) {
      throw agent.notAnAgent(e);
    }
  }

  /// Nothing to release: the secret never was here.
  @Override
  public void close() {}
}
