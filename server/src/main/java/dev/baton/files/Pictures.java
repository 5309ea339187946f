package dev.baton.files;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/**
 * Decodes pictures and writes them anew. What comes out has pixels and nothing else: no location, no
 * comments, no second format hidden behind the first.
 */
final class Pictures {

    /** A decoded pixel takes 4 bytes: 25 million are 100 MB, twice a usual phone photograph. */
    private static final long MOST_PIXELS = 25_000_000L;

    private static final int LONGEST_SIDE = 16_384;

    /** The longer side of a preview, in pixels. */
    static final int PREVIEW_SIDE = 640;

    private static final float JPEG_QUALITY = 0.88f;

    /** What a picture measures, in pixels. */
    record Size(int width, int height) {}

    private Pictures() {}

    /**
     * Writes the picture in {@code from} anew to {@code to}, and a smaller one to {@code preview}.
     *
     * @param type {@code image/png} or {@code image/jpeg}
     * @return empty when it is not a picture after all, or too large to decode; then nothing of use was
     *     written
     */
    static Optional<Size> rewrite(Path from, String type, Path to, Path preview) throws IOException {
        Optional<BufferedImage> decoded = decode(from, formatOf(type));
        if (decoded.isEmpty()) {
            return Optional.empty();
        }
        BufferedImage picture = decoded.get();
        write(picture, formatOf(type), to);
        write(shrunk(picture), formatOf(type), preview);
        return Optional.of(new Size(picture.getWidth(), picture.getHeight()));
    }

    static boolean areShown(String type) {
        return "image/png".equals(type) || "image/jpeg".equals(type);
    }

    private static String formatOf(String type) {
        return "image/png".equals(type) ? "png" : "jpeg";
    }

    private static Optional<BufferedImage> decode(Path from, String format) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        ImageReader reader = readers.next();
        try (ImageInputStream input = ImageIO.createImageInputStream(from.toFile())) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
                return Optional.empty();
            }
            int turn = "jpeg".equals(format) ? Orientation.of(from) : 1;
            return Optional.of(Orientation.upright(reader.read(0), turn));
        } catch (IIOException | RuntimeException broken) {
            // The readers throw unchecked exceptions of many kinds at pictures that are broken on purpose.
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage shrunk(BufferedImage picture) {
        double scale = Math.min(1.0, (double) PREVIEW_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, plainType(picture));
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return small;
    }

    private static void write(BufferedImage picture, String format, Path to) throws IOException {
        BufferedImage plain = "jpeg".equals(format) ? withoutAlpha(picture) : picture;
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(to.toFile())) {
            writer.setOutput(output);
            ImageWriteParam how = writer.getDefaultWriteParam();
            if ("jpeg".equals(format)) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(JPEG_QUALITY);
            }
            writer.write(null, new IIOImage(plain, null, null), how);
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage withoutAlpha(BufferedImage picture) {
        if (picture.getType() == BufferedImage.TYPE_INT_RGB) {
            return picture;
        }
        BufferedImage plain = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = plain.createGraphics();
        pen.drawImage(picture, 0, 0, Color.WHITE, null);
        pen.dispose();
        return plain;
    }

    private static int plainType(BufferedImage picture) {
        return picture.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    }
}
