package dev.plimsoll.core.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class DsseTest {
  private static final byte[] BODY =
      "{\"_type\":\"https://in-toto.io/Statement/v1\"}".getBytes(StandardCharsets.UTF_8);
  private static final HexFormat HEX = HexFormat.of();

  @TempDir Path folder;

  private static FileSigner signer(int seed) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) seed;
    return new FileSigner(bytes, "");
  }

  @Test
  void encodesTheExampleOfTheSpecification() {
    byte[] pae =
        Dsse.pae("http://example.com/HelloWorld", "hello world".getBytes(StandardCharsets.UTF_8));
    assertThat(new String(pae, StandardCharsets.UTF_8))
        .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
    assertThat(new String(Dsse.pae("\u20ac", new byte[0]), StandardCharsets.UTF_8))
        .isEqualTo("DSSEv1 3 \u20ac 0 ");
  }

  @Test
  void opensslVerifiesEachSignatureOverThePaeAndRefusesItAfterOneByteIsChanged()
      throws IOException {
    try (FileSigner one = signer(1);
        FileSigner two = signer(2)) {
      JsonNode envelope =
          new ObjectMapper().readTree(Dsse.envelope(Dsse.IN_TOTO, BODY, List.of(one, two)));
      byte[] payload = Base64.getDecoder().decode(envelope.get("payload").asString());
      assertThat(payload).isEqualTo(BODY);
      assertThat(envelope.get("payloadType").asString()).isEqualTo("application/vnd.in-toto+json");
      int n = 0;
      for (FileSigner signer : List.of(one, two)) {
        JsonNode signature = envelope.get("signatures").get(n++);
        assertThat(signature.get("keyid").asString()).isEqualTo(signer.publicKey().fingerprint());
        byte[] sig = Base64.getDecoder().decode(signature.get("sig").asString());
        byte[] pae = Dsse.pae(Dsse.IN_TOTO, payload);
        assertThat(openssl(signer.publicKey(), pae, sig))
            .contains("Signature Verified Successfully");
        pae[pae.length - 1] ^= 1;
        assertThat(openssl(signer.publicKey(), pae, sig))
            .contains("Signature Verification Failure");
      }
    }
  }

  private String openssl(Ed25519PublicKey key, byte[] pae, byte[] signature) throws IOException {
    ByteArrayOutputStream der = new ByteArrayOutputStream();
    der.writeBytes(HEX.parseHex("302a300506032b6570032100"));
    der.writeBytes(key.raw());
    Files.write(folder.resolve("key.der"), der.toByteArray());
    Files.write(folder.resolve("pae"), pae);
    Files.write(folder.resolve("sig"), signature);
    return Tool.in(folder)
        .run(
            "openssl",
            "pkeyutl",
            "-verify",
            "-pubin",
            "-inkey",
            "key.der",
            "-keyform",
            "DER",
            "-rawin",
            "-in",
            "pae",
            "-sigfile",
            "sig")
        .output();
  }

  @Test
  void readsBackWhatItWroteAndJudgesEverySignatureByItself() {
    try (FileSigner known = signer(1);
        FileSigner unknown = signer(2)) {
      byte[] envelope = Dsse.envelope(Dsse.IN_TOTO, BODY, List.of(known, unknown));
      Dsse.Reading reading = Dsse.verify(envelope, Dsse.IN_TOTO, trust(known.publicKey()));
      assertThat(reading)
          .isInstanceOfSatisfying(
              Dsse.Opened.class,
              opened -> {
                assertThat(opened.payload()).isEqualTo(BODY);
                assertThat(opened.signatures())
                    .extracting(Dsse.Signature::verdict)
                    .containsExactly(
                        new SigVerdict.Valid(known.publicKey()),
                        new SigVerdict.Invalid(
                            TrustCode.KEY_UNKNOWN,
                            "The key "
                                + unknown.publicKey().fingerprint()
                                + " is not in the trust file."));
              });
    }
  }

  private static Function<String, Optional<Ed25519PublicKey>> trust(Ed25519PublicKey key) {
    return id -> Optional.of(key).filter(k -> k.fingerprint().equals(id));
  }

  @Test
  void writesTheCommittedEnvelopeByteForByte() {
    try (FileSigner signer = signer(1)) {
      assertThat(Dsse.envelope(Dsse.IN_TOTO, BODY, List.of(signer)))
          .isEqualTo(Fixtures.bytes("dsse/good.dsse.json"));
      assertThat(signer.publicKey())
          .isEqualTo(Ed25519PublicKey.fromOpenSsh(Fixtures.text("dsse/signer.pub")));
    }
  }

  @Test
  void aKeyidThatLiesProvesNothing() {
    try (FileSigner alice = signer(1);
        FileSigner mallory = signer(2)) {
      String text =
          new String(Dsse.envelope(Dsse.IN_TOTO, BODY, List.of(mallory)), StandardCharsets.UTF_8);
      byte[] lying =
          text.replace(mallory.publicKey().fingerprint(), alice.publicKey().fingerprint())
              .getBytes(StandardCharsets.UTF_8);
      assertThat(verdict(lying, trust(alice.publicKey())))
          .isInstanceOfSatisfying(
              SigVerdict.Invalid.class,
              invalid -> assertThat(invalid.code()).isEqualTo(TrustCode.SIG_INVALID));
    }
  }

  @Test
  void aPayloadOfAnotherTypeOrContentDoesNotVerify() {
    try (FileSigner signer = signer(1)) {
      byte[] envelope = Dsse.envelope("text/plain", BODY, List.of(signer));
      assertThat(Dsse.verify(envelope, Dsse.IN_TOTO, trust(signer.publicKey())))
          .isEqualTo(
              new Dsse.Unreadable(
                  "The envelope cannot be read: its payload is \"text/plain\", not"
                      + " \"application/vnd.in-toto+json\"."));
      byte[] renamed =
          new String(envelope, StandardCharsets.UTF_8)
              .replace("text/plain", Dsse.IN_TOTO)
              .getBytes(StandardCharsets.UTF_8);
      assertThat(verdict(renamed, trust(signer.publicKey())))
          .isInstanceOf(SigVerdict.Invalid.class);
    }
  }

  @Test
  void aWeakKeyProvesNothingEvenWhenTheCallerTrustsIt() {
    byte[] identity = new byte[32];
    identity[0] = 1;
    byte[] forged = new byte[64];
    forged[0] = 1;
    byte[] envelope =
        CanonicalJson.encode(
            Map.of(
                "payload",
                Base64.getEncoder().encodeToString(BODY),
                "payloadType",
                Dsse.IN_TOTO,
                "signatures",
                List.of(Map.of("keyid", "x", "sig", Base64.getEncoder().encodeToString(forged)))));
    assertThat(verdict(envelope, id -> Optional.of(Ed25519PublicKey.fromRaw(identity))))
        .isInstanceOfSatisfying(
            SigVerdict.Invalid.class,
            invalid -> assertThat(invalid.code()).isEqualTo(TrustCode.KEY_WEAK));
  }

  private static SigVerdict verdict(
      byte[] envelope, Function<String, Optional<Ed25519PublicKey>> keys) {
    return ((Dsse.Opened) Dsse.verify(envelope, Dsse.IN_TOTO, keys))
        .signatures()
        .getFirst()
        .verdict();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"payload\":\"\",\"payloadType\":\"application/vnd.in-toto+json\",\"signatures\":[]}",
        "{\"payload\":\"\",\"payloadType\":\"application/vnd.in-toto+json\",\"signatures\":[1]}",
        "{\"payload\":\"\",\"payloadType\":\"application/vnd.in-toto+json\",\"signatures\":[{\"keyid\":\"a\"}]}",
        "{\"payload\":\"%%\",\"payloadType\":\"application/vnd.in-toto+json\",\"signatures\":[{\"keyid\":\"a\",\"sig\":\"\"}]}",
        "{\"payload\":1,\"payloadType\":\"application/vnd.in-toto+json\",\"signatures\":[{\"keyid\":\"a\",\"sig\":\"\"}]}",
        "{\"more\":1,\"payload\":\"\",\"payloadType\":\"application/vnd.in-toto+json\",\"signatures\":[{\"keyid\":\"a\",\"sig\":\"\"}]}",
        "{\"payload\":"
            + " \"\",\"payloadType\":\"application/vnd.in-toto+json\",\"signatures\":[{\"keyid\":\"a\",\"sig\":\"\"}]}",
      })
  void whatIsNoEnvelopeIsUnreadable(String json) {
    assertThat(
            Dsse.verify(
                json.getBytes(StandardCharsets.UTF_8), Dsse.IN_TOTO, id -> Optional.empty()))
        .isInstanceOfSatisfying(
            Dsse.Unreadable.class,
            unreadable ->
                assertThat(unreadable.sentence()).startsWith("The envelope cannot be read: "));
  }

  @Test
  void anEnvelopeIsNeverMadeWithoutASignature() {
    assertThatThrownBy(() -> Dsse.envelope(Dsse.IN_TOTO, BODY, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anEnvelopeOfTheLargestRecordCanBeReadBack() {
    try (FileSigner signer = signer(1)) {
      byte[] envelope =
          Dsse.envelope(Dsse.IN_TOTO, new byte[CanonicalJson.RECORD_MAX], List.of(signer));
      assertThat(envelope.length).isLessThan(Dsse.ENVELOPE_MAX);
      assertThat(verdict(envelope, trust(signer.publicKey()))).isInstanceOf(SigVerdict.Valid.class);
    }
  }
}
