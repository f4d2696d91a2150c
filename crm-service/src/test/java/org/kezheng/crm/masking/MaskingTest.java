package org.kezheng.crm.masking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kezheng.security.secret.SecretString;

final class MaskingTest {

    @ParameterizedTest
    @CsvSource({
        "张伟, 张*",
        "张三丰, 张**",
        "欧阳锋, 欧阳*",
        "欧阳娜娜, 欧阳**",
        "诸葛孔明, 诸葛**",
        "欧阳, 欧*",
        "阿凡提江, 阿***",
        "张, *",
        "𠮷野家, 𠮷**",
        " 张伟 , 张*",
        "买买提·艾力, 买*****",
        "John Smith, J*** S****",
        "Li, L*",
        "X, *",
        "'', *"
    })
    void nameKeepsItsSurnameAtMost(String clear, String masked) {
        assertThat(Masking.name(new SecretString(clear))).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "13800138000, 138****8000",
        "+86 138 0013 8000, 138****8000",
        "010-82345678, 010****5678",
        "0571-87654321, 057*****4321",
        "400-812-3123, ********23",
        "82345678, ******78",
        "8234567, *****67",
        "95588, ****",
        "110, ****",
        "4001, ****",
        "+1 415 555 0100, +14*****0100",
        "anonymous, ****",
        "'', ****"
    })
    void numberKeepsItsEndsAtMost(String clear, String masked) {
        assertThat(Masking.number(new SecretString(clear))).isEqualTo(masked);
    }
}
