package dev.plimsoll.desktop.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/// Writes what a scene shows to a PNG file.
public final class Picture {
  private Picture() {}

  /// On the window's thread.
  public static void write(Scene scene, double scale, Path file) throws IOException {
    var parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(scale, scale));
    var image =
        new WritableImage(
            (int) Math.ceil(scene.getWidth() * scale), (int) Math.ceil(scene.getHeight() * scale));
    scene.getRoot().snapshot(parameters, image);
    Files.createDirectories(file.toAbsolutePath().getParent());
    ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
  }
}
