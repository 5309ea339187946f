package dev.baton.files;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Phones store photographs lying on their side and note the turn in EXIF. Since we drop EXIF, the turn
 * has to be made in the pixels.
 */
final class Orientation {

    private static final int UPRIGHT = 1;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int APP1 = 0xFFE1;
    private static final int ORIENTATION_TAG = 0x0112;

    private Orientation() {}

    /** The EXIF orientation of a JPEG, 1 to 8 (EXIF 2.32, tag 0x0112); 1 when there is none to read. */
    static int of(Path jpeg) throws IOException {
        try (DataInputStream in = new DataInputStream(bufferOf(jpeg))) {
            in.readUnsignedShort();
            for (int marker = in.readUnsignedShort();
                    marker != START_OF_SCAN && (marker >> 8) == 0xFF;
                    marker = in.readUnsignedShort()) {
                byte[] segment = in.readNBytes(Math.max(0, in.readUnsignedShort() - 2));
                if (marker == APP1 && startsWithExif(segment)) {
                    return inTiff(
                            ByteBuffer.wrap(segment, 6, segment.length - 6).slice());
                }
            }
            return UPRIGHT;
        } catch (java.io.EOFException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | java.nio.BufferUnderflowException broken) {
            return UPRIGHT;
        }
    }

    /** The picture turned and mirrored as the orientation says. */
    static BufferedImage upright(BufferedImage picture, int orientation) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        AffineTransform turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
        if (turn.isIdentity()) {
            return picture;
        }
        boolean lying = orientation >= 5;
        BufferedImage turned =
                new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
        return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(inRgb(picture), turned);
    }

    private static BufferedImage inRgb(BufferedImage picture) {
        BufferedImage rgb = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        rgb.createGraphics().drawImage(picture, 0, 0, null);
        return rgb;
    }

    private static InputStream bufferOf(Path file) throws IOException {
        return new java.io.BufferedInputStream(Files.newInputStream(file));
    }

    private static boolean startsWithExif(byte[] segment) {
        return segment.length > 14 && new String(segment, 0, 6, StandardCharsets.ISO_8859_1).equals("Exif\0\0");
    }

    private static int inTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int tags = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < tags; i++) {
            int tag = directory + 2 + i * 12;
            if ((tiff.getShort(tag) & 0xffff) == ORIENTATION_TAG) {
                int value = tiff.getShort(tag + 8) & 0xffff;
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
