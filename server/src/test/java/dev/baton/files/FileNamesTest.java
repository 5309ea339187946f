package dev.baton.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNamesTest {

    @Test
    void an_ordinary_name_stays_as_it_is() {
        assertThat(FileNames.clean("发票 2026 (final).pdf")).isEqualTo("发票 2026 (final).pdf");
        assertThat(FileNames.clean("holiday 😀.jpeg")).isEqualTo("holiday 😀.jpeg");
    }

    @Test
    void only_the_last_part_of_a_path_is_a_name() {
        assertThat(FileNames.clean("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileNames.clean("C:\\Users\\lin\\a.txt")).isEqualTo("a.txt");
        assertThat(FileNames.clean("..")).isEqualTo("file");
        assertThat(FileNames.clean("/")).isEqualTo("file");
    }

    @Test
    void characters_that_hide_or_reorder_others_go() {
        assertThat(FileNames.clean("invoice\u202Efdp.exe")).isEqualTo("invoicefdp.exe");
        assertThat(FileNames.clean("a\u0000b\r\nc.txt")).isEqualTo("abc.txt");
        assertThat(FileNames.clean("a\u200Bb\uFEFF.txt")).isEqualTo("ab.txt");
        assertThat(FileNames.clean("a\uD800.txt")).isEqualTo("a.txt");
    }

    @Test
    void names_that_a_system_takes_for_a_device_or_hides_are_changed() {
        assertThat(FileNames.clean("CON.txt")).isEqualTo("file.txt");
        assertThat(FileNames.clean(".htaccess")).isEqualTo("htaccess");
        assertThat(FileNames.clean("   ")).isEqualTo("file");
    }

    @Test
    void a_long_name_keeps_its_extension() {
        String name = FileNames.clean("长".repeat(400) + ".pdf");
        assertThat(name).hasSize(255).endsWith(".pdf");
        assertThat(FileNames.clean("con." + "x".repeat(4_000))).hasSize(255);
    }

    @Test
    void a_header_cannot_be_broken_out_of() {
        String header = FileNames.disposition(false, "a\"; filename=\"b.html 你好.txt");
        assertThat(header)
                .isEqualTo("attachment; filename=\"a__ filename__b.html __.txt\"; "
                        + "filename*=UTF-8''a%22%3B%20filename%3D%22b.html%20%E4%BD%A0%E5%A5%BD.txt");
    }
}
