package dev.plimsoll.desktop.screen.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngFileTest {
  @Test
  void anotherReaderSeesTheSamePixels() throws IOException {
    var pixels = new int[] {0xff112233, 0x80ffffff, 0x00000000, 0xff00ff00, 0xffff0000, 0xff0000ff};

    var image = ImageIO.read(new ByteArrayInputStream(PngFile.of(3, 2, pixels)));

    assertThat(image.getWidth()).isEqualTo(3);
    assertThat(image.getRGB(0, 0, 3, 2, null, 0, 3)).containsExactly(pixels);
  }
}
