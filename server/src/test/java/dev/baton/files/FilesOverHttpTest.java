package dev.baton.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.identity.Browser;
import dev.baton.platform.database.DatabaseForServer;
import dev.baton.platform.database.InvariantsHold;
import dev.baton.platform.database.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@QuarkusTestResource(DatabaseForServer.class)
@ExtendWith(InvariantsHold.class)
class FilesOverHttpTest {

    @TestHTTPResource
    URI server;

    @Inject
    Files files;

    @Test
    void a_document_comes_back_byte_for_byte_as_a_download() {
        Browser lin = Browser.visitor(server);
        byte[] content = "order number 4711\n".getBytes(StandardCharsets.UTF_8);
        JsonNode file =
                lin.upload("/widget/files", "%E8%AE%A2%E5%8D%95.txt", content).ok();
        assertThat(file.get("name").asText()).isEqualTo("订单.txt");
        assertThat(file.get("type").asText()).isEqualTo("text/plain");
        assertThat(file.get("size").asInt()).isEqualTo(content.length);
        Browser.Answer answer = lin.get("/widget/files/" + file.get("id").asText());
        assertThat(answer.response().body()).isEqualTo(content);
        assertThat(answer.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(answer.header("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%E8%AE%A2%E5%8D%95.txt");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void a_page_in_a_pictures_clothes_is_only_ever_a_download() {
        Browser lin = Browser.visitor(server);
        for (String content : new String[] {
            "<html><script>alert(1)</script></html>",
            "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
            "\u0089PNG\r\n\u001a\n<script>alert(1)</script>",
            "GIF89a/*<script>*/"
        }) {
            byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
            JsonNode file = lin.upload("/widget/files", "innocent.png", bytes).ok();
            assertThat(file.has("width")).isFalse();
            Browser.Answer answer = lin.get("/widget/files/" + file.get("id").asText() + "?size=preview");
            assertThat(answer.header("Content-Type")).isEqualTo("application/octet-stream");
            assertThat(answer.header("Content-Disposition")).startsWith("attachment;");
        }
    }

    @Test
    void a_picture_is_written_anew_without_what_was_hidden_in_it() throws IOException {
        Browser lin = Browser.visitor(server);
        byte[] picture = withText(png(1600, 800), "GPS 31.2304 N 121.4737 E");
        byte[] polyglot = joined(picture, "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        JsonNode file = lin.upload("/widget/files", "photo.png", polyglot).ok();
        assertThat(file.get("type").asText()).isEqualTo("image/png");
        assertThat(file.get("width").asInt()).isEqualTo(1600);
        assertThat(file.get("height").asInt()).isEqualTo(800);
        Browser.Answer whole = lin.get("/widget/files/" + file.get("id").asText());
        assertThat(whole.header("Content-Type")).isEqualTo("image/png");
        assertThat(whole.header("Content-Disposition")).startsWith("inline;");
        assertThat(new String(whole.response().body(), StandardCharsets.ISO_8859_1))
                .doesNotContain("GPS")
                .doesNotContain("script");
        assertThat(whole.response().body().length).isEqualTo(file.get("size").asInt());
        BufferedImage preview = ImageIO.read(new ByteArrayInputStream(
                lin.get("/widget/files/" + file.get("id").asText() + "?size=preview")
                        .response()
                        .body()));
        assertThat(preview.getWidth()).isEqualTo(640);
        assertThat(preview.getHeight()).isEqualTo(320);
    }

    @Test
    void a_picture_of_a_billion_pixels_is_not_decoded() throws IOException {
        byte[] flood = withSize(png(1, 1), 60_000, 60_000);
        JsonNode file = Browser.visitor(server)
                .upload("/widget/files", "flood.png", flood)
                .ok();
        assertThat(file.has("width")).isFalse();
    }

    @Test
    void a_photograph_that_lies_on_its_side_is_turned_upright() throws IOException {
        byte[] sideways = withOrientation(jpeg(300, 100), 6);
        JsonNode file = Browser.visitor(server)
                .upload("/widget/files", "phone.jpg", sideways)
                .ok();
        assertThat(file.get("width").asInt()).isEqualTo(100);
        assertThat(file.get("height").asInt()).isEqualTo(300);
    }

    @Test
    void a_file_that_nobody_has_sent_is_its_uploaders_alone() {
        Browser lin = Browser.visitor(server);
        String id = lin.upload("/widget/files", "a.txt", new byte[] {65})
                .ok()
                .get("id")
                .asText();
        Browser.visitor(server).get("/widget/files/" + id).refused(404, "not_found");
        Browser.signedIn(server, "admin").get("/files/" + id).refused(404, "not_found");
        new Browser(server).get("/widget/files/" + id).refused(401, "not_signed_in");
        Browser amy = Browser.signedIn(server, "amy");
        String hers =
                amy.upload("/files", "b.txt", new byte[] {66}).ok().get("id").asText();
        assertThat(amy.get("/files/" + hers).text()).isEqualTo("B");
        Browser.signedIn(server, "bo").get("/files/" + hers).refused(404, "not_found");
        lin.get("/widget/files/" + hers).refused(404, "not_found");
    }

    @Test
    void unknown_malformed_empty_and_oversized_files_are_refused() {
        Browser lin = Browser.visitor(server);
        lin.get("/widget/files/0190a6b2-0000-7000-8000-000000000001").refused(404, "not_found");
        lin.get("/widget/files/..%2F..%2Fsecret").refused(400, "malformed_id");
        lin.upload("/widget/files", "empty.txt", new byte[0]).invalid("body", "required");
        lin.upload("/widget/files", "huge.bin", new byte[(20 << 20) + 1]).refused(413, "too_large");
        lin.upload("/widget/files", "x".repeat(5_000), new byte[] {1}).invalid("name", "too_long");
        assertThat(lin.upload("/widget/files", "100% sure.txt", new byte[] {65})
                        .ok()
                        .get("name")
                        .asText())
                .isEqualTo("100% sure.txt");
    }

    @Test
    void a_file_that_nobody_sends_is_gone_after_a_day() {
        Browser lin = Browser.visitor(server);
        String id = lin.upload("/widget/files", "a.txt", new byte[] {65})
                .ok()
                .get("id")
                .asText();
        TestDatabase.ofServer().forward(Duration.ofHours(23));
        files.sweep();
        assertThat(lin.get("/widget/files/" + id).status()).isEqualTo(200);
        TestDatabase.ofServer().forward(Duration.ofHours(2));
        files.sweep();
        lin.get("/widget/files/" + id).refused(404, "not_found");
    }

    @Test
    void nobody_fills_the_disk_with_files_that_are_never_sent() {
        Browser lin = Browser.visitor(server);
        for (int i = 0; i < 50; i++) {
            lin.upload("/widget/files", "a.txt", new byte[] {65}).ok();
        }
        lin.upload("/widget/files", "a.txt", new byte[] {65}).refused(429, "too_many_requests");
    }

    private static byte[] png(int width, int height) throws IOException {
        return encoded("png", width, height);
    }

    private static byte[] jpeg(int width, int height) throws IOException {
        return encoded("jpeg", width, height);
    }

    private static byte[] encoded(String format, int width, int height) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.createGraphics().setColor(Color.ORANGE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, format, out);
        return out.toByteArray();
    }

    /** The picture with a text chunk after its first one, which ends at byte 33. */
    private static byte[] withText(byte[] png, String text) {
        byte[] data = ("Comment\0" + text).getBytes(StandardCharsets.ISO_8859_1);
        return joined(joined(Arrays.copyOf(png, 33), chunk("tEXt", data)), Arrays.copyOfRange(png, 33, png.length));
    }

    private static byte[] withSize(byte[] png, int width, int height) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(png, 24, 5)
                .array();
        return joined(joined(Arrays.copyOf(png, 8), chunk("IHDR", header)), Arrays.copyOfRange(png, 33, png.length));
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] typed = joined(type.getBytes(StandardCharsets.ISO_8859_1), data);
        CRC32 sum = new CRC32();
        sum.update(typed);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(typed)
                .putInt((int) sum.getValue())
                .array();
    }

    /** The picture with an EXIF block that says how the camera was held. */
    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(26);
        tiff.putShort((short) 0x4D4D).putShort((short) 42).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putInt(0);
        byte[] exif = joined("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), tiff.array());
        byte[] segment = ByteBuffer.allocate(4 + exif.length)
                .putShort((short) 0xFFE1)
                .putShort((short) (exif.length + 2))
                .put(exif)
                .array();
        return joined(joined(Arrays.copyOf(jpeg, 2), segment), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
