import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.sqlite.util.LibraryLoaderUtil;

/// Readies the jars of a distribution for a quick start (docs/decisions/0174). Run from its source
/// by the build, with those jars on the class path.
///
/// Their makers' signatures go, since Java keeps no class of a signed jar in an archive and
/// verifies each one anew; everything else in them stays, byte for byte, in its order and with its
/// times. SQLite's library for this machine is laid beside them, where it is loaded without being
/// unpacked.
///
/// Argument: the folder with the jars.
public final class Distribution {
  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  private static final int JAVA_6 = ClassFile.JAVA_6_VERSION;
  private static final ClassFile CLASSES =
      ClassFile.of(
          ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
          ClassFile.ClassHierarchyResolverOption.of(
              ClassHierarchyResolver.ofResourceParsing(Distribution.class.getClassLoader())));

  private Distribution() {}

  static void main(String[] args) throws IOException {
    var folder = Path.of(args[0]);
    layNative(folder);
    ready(folder);
  }

  private static void layNative(Path folder) throws IOException {
    var name = LibraryLoaderUtil.getNativeLibName();
    var place = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (var in = LibraryLoaderUtil.class.getResourceAsStream(place)) {
      if (in != null) {
        var beside = Files.createDirectories(folder.resolve("native"));
        Files.copy(in, beside.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void ready(Path folder) throws IOException {
    List<Path> jars;
    try (var files = Files.list(folder)) {
      jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
    for (var jar : jars) {
      try (var zip = new ZipFile(jar.toFile())) {
        if (isQuick(zip)) {
          continue;
        }
        var time = Files.getLastModifiedTime(jar);
        var ready = jar.resolveSibling(jar.getFileName() + ".ready");
        try (var out = Files.newOutputStream(ready)) {
          write(zip, out);
        }
        Files.setLastModifiedTime(ready, time);
        Files.move(ready, jar, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void write(ZipFile zip, OutputStream file) throws IOException {
    try (var out = new ZipOutputStream(file)) {
      for (var entry : Collections.list(zip.entries())) {
        if (isSignature(entry)) {
          continue;
        }
        var copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(entry.getTimeLocal());
        out.putNextEntry(copy);
        try (var in = zip.getInputStream(entry)) {
          if (entry.getName().equals(MANIFEST)) {
            withoutDigests(new Manifest(in)).write(out);
          } else {
            var bytes = in.readAllBytes();
            out.write(isOld(entry, bytes) ? renewed(bytes) : bytes);
          }
        }
        out.closeEntry();
      }
    }
  }

  /// The digests of single entries serve the signature alone; a section that says more stays.
  private static Manifest withoutDigests(Manifest manifest) {
    manifest
        .getEntries()
        .values()
        .forEach(section -> section.keySet().removeIf(name -> name.toString().endsWith("-Digest")));
    manifest.getEntries().values().removeIf(Map::isEmpty);
    return manifest;
  }

  private static boolean isSignature(ZipEntry entry) {
    return entry.getName().matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
  }

  private static boolean isQuick(ZipFile zip) throws IOException {
    for (var entry : Collections.list(zip.entries())) {
      if (isSignature(entry)) {
        return false;
      }
      if (entry.getName().endsWith(".class")) {
        try (var in = zip.getInputStream(entry)) {
          if (isOld(entry, in.readNBytes(8))) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static boolean isOld(ZipEntry entry, byte[] head) {
    return entry.getName().endsWith(".class") && ((head[6] << 8) | (head[7] & 0xff)) < JAVA_6;
  }

  private static byte[] renewed(byte[] old) {
    return CLASSES.transformClass(
        CLASSES.parse(old),
        ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
            .andThen((builder, element) -> {
              if (element instanceof ClassFileVersion) {
                builder.withVersion(JAVA_6, 0);
              } else {
                builder.with(element);
              }
            }));
  }
}
