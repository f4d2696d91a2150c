package org.kezheng.acd.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ContactIdTest {
    @Test
    void zeroNamesNoContact() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ContactId(0));
        assertThat(new ContactId(1).value()).isEqualTo(1);
    }
}
