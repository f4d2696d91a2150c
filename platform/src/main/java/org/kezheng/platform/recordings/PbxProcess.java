package org.kezheng.platform.recordings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Whether the PBX that writes into the spool lives. The launcher notes its process id, the machine's boot and the tick
/// at which it began.
final class PbxProcess {
    private static final int BEGAN = 19;

    private final @Nullable Path note;

    /// @param note the launcher's file; without one the PBX counts as living
    PbxProcess(@Nullable Path note) {
        this.note = note;
    }

    /// Whether it has certainly ended: what it was writing, it writes no more.
    boolean isGone() {
        if (note == null || !Files.exists(note)) {
            return false;
        }
        try {
            String[] noted = Files.readString(note).strip().split(" ", -1);
            Path stat = Path.of("/proc", noted[0], "stat");
            if (noted.length < 2 || !noted[0].chars().allMatch(Character::isDigit)) {
                return false;
            }
            return !Files.exists(stat) || !isTheSame(Files.readString(stat), noted[1]);
        } catch (IOException unreadable) {
            // It ended or was started anew meanwhile; the next look tells.
            return false;
        }
    }

    private static boolean isTheSame(String stat, String birth) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        boolean isEnded = fields[0].equals("Z") || fields[0].equals("X");
        return !isEnded && birth.endsWith("/" + fields[BEGAN]);
    }
}
