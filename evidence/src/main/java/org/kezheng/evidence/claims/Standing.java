package org.kezheng.evidence.claims;

import java.time.Instant;
import java.util.Locale;
import org.kezheng.evidence.claims.Claim.Words;

/// How a claim stands, since when, and why.
public record Standing(State state, Instant since, Reason why) {
    /// Why a claim stands as it does.
    public enum Reason {
        PROVEN("最近一次探测成立", "The last run of its probe holds"),
        DISPROVED("最近一次探测不成立", "The last run of its probe disproved it"),
        NOT_RUN("本次启动后尚未探测", "Its probe has not run since the start"),
        TOO_OLD("最近一次探测已过期", "The last run of its probe is too old"),
        COULD_NOT_RUN("探测未能执行", "Its probe could not run"),
        NOT_KEPT("探测结果未能存档", "The result of its probe could not be kept"),
        RECORDS_AWAY("证据存档(数据库)不可用", "The records of evidence (the database) are away"),
        ON_PAPER("仅依据文件，软件不能证明", "It rests on a document; software cannot prove it");

        private final String zh;
        private final String en;

        Reason(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /// The reason for people.
        public Words words() {
            return new Words(zh, en);
        }
    }

    /// How a claim stands.
    public enum State {
        /// A probe of this start proved it a short while ago.
        GREEN,
        /// A probe disproved it, and none has proved it since.
        RED,
        /// Nothing valid is known: no run yet, the last one is too old, could not try it, or could not be kept.
        UNPROVEN,
        /// It rests on a document alone.
        DOCUMENT;

        /// The word of the interface.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
